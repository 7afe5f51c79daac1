import type { StandIn } from '../../local/stand-in';

/** A site as it was at one moment, to compare with and to go back to. */
export type KeptSite = {
  readonly now: () => Contents;
  readonly before: Contents;
  readonly restore: () => void;
};

/** What is stored, here and in Jira, as JSON, by a name for each: `objective oteam00000`, `issue 100001`, `sprint 1`. */
type Contents = ReadonlyMap<string, string>;

/** Keeps all that the app could change: its records and the site's data. */
export const keepSite = (standIn: StandIn): KeptSite => {
  const before = contentsOf(standIn);
  return {
    before,
    now: () => contentsOf(standIn),
    restore: () => {
      leaveLimitsBehind(standIn);
      for (const name of differences({ before, now: () => contentsOf(standIn) }))
        restoreOne(standIn, before, name);
    },
  };
};

/** The table asks more in an hour than Jira takes, so the clock goes to another hour and back. */
const leaveLimitsBehind = ({ clock }: StandIn): void => {
  const hour = clock.now().getUTCHours() === 9 ? '12' : '09';
  clock.moveTo(new Date(`2026-02-16T${hour}:00:00.000Z`));
};

/** The names of what was added, changed or removed since. */
export const differences = ({ before, now }: Pick<KeptSite, 'before' | 'now'>): string[] => {
  const current = now();
  return [...new Set([...before.keys(), ...current.keys()])].filter(
    (name) => before.get(name) !== current.get(name),
  );
};

const contentsOf = ({ storage, site }: StandIn): Contents => {
  const named: readonly (readonly [string, unknown])[] = [
    ...Object.entries(storage.dump()).flatMap(([space, all]) =>
      all.map(({ key, value }) => [`${space.replace('entity:', '')} ${key}`, value] as const),
    ),
    ...site.issues.map((issue) => [`issue ${issue.id}`, issue] as const),
    ...site.sprints.map((sprint) => [`sprint ${sprint.id}`, sprint] as const),
    ...site.dashboards.map((dashboard) => [`dashboard ${dashboard.id}`, dashboard] as const),
    ['projects', site.projects],
  ];
  return new Map(named.map(([name, value]) => [name, JSON.stringify(value)]));
};

const restoreOne = (standIn: StandIn, before: Contents, name: string): void => {
  const [kind = '', key = ''] = name.split(' ');
  const text = before.get(name);
  const value = text === undefined ? undefined : (JSON.parse(text) as object);
  const issue = standIn.site.issues.find(({ id }) => name === `issue ${id}`);
  if (issue) {
    Object.assign(issue, value);
    return;
  }
  if (!standIn.manifest.entities.has(kind)) throw new Error(`${name} cannot be put back.`);
  const operation = value === undefined ? 'delete' : 'set';
  standIn.storage.handle(`/api/v1/entity/${operation}`, { entityName: kind, key, value });
};
