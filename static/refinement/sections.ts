import type { OpenSprint } from '../../src/jira/untagged-rows';
import type { Rows } from './rows';

/** A part of the list: a sprint that is not closed, or what is in none. Its issues are in rank order. */
export type Section = {
  readonly key: string;
  readonly kind: 'active' | 'next' | 'in-progress' | 'backlog';
  readonly title: string;
  readonly ids: readonly string[];
};

/** Ids in rank order. */
export type ListedIds = {
  /** In sprints that are not closed; the rows of all of them are known. */
  readonly inSprints: readonly string[];
  readonly elsewhere: readonly string[];
  /** Those elsewhere that somebody has begun, where that is what comes first. */
  readonly begun: ReadonlySet<string> | null;
};

/**
 * The sections in the order in which their work comes up: active sprints, the next ones, what is in progress on a board
 * without sprints, the backlog. Empty ones are left out.
 *
 * @param order - Ids of sprints as the boards have them; sprints of other boards follow.
 */
export const sectionsOf = (
  { inSprints, elsewhere, begun }: ListedIds,
  rows: Rows,
  order: readonly number[],
): Section[] => {
  const bySprint = new Map<number, { readonly sprint: OpenSprint; readonly ids: string[] }>();
  const left: string[] = [];
  for (const id of inSprints) {
    const sprint = rows.get(id)?.sprint;
    if (!sprint) left.push(id);
    else if (bySprint.has(sprint.id)) bySprint.get(sprint.id)!.ids.push(id);
    else bySprint.set(sprint.id, { sprint, ids: [id] });
  }
  const placeOf = ({ id, state }: OpenSprint): number =>
    (state === 'active' ? 0 : MOST_SPRINTS * 2) + (order.includes(id) ? order.indexOf(id) : MOST_SPRINTS);
  const sprints = [...bySprint.values()].sort(
    (a, b) => placeOf(a.sprint) - placeOf(b.sprint) || a.sprint.id - b.sprint.id,
  );
  const rest = left.length === 0 ? elsewhere : [...left, ...elsewhere];
  return [
    ...sprints.map(({ sprint, ids }): Section => ({
      key: `sprint ${sprint.id}`,
      kind: sprint.state === 'active' ? 'active' : 'next',
      title: sprint.name,
      ids,
    })),
    ...restOf(rest, begun),
  ].filter(({ ids }) => ids.length > 0);
};

const MOST_SPRINTS = 10_000;

const restOf = (ids: readonly string[], begun: ReadonlySet<string> | null): Section[] => [
  ...(begun === null
    ? []
    : [
        {
          key: 'in progress',
          kind: 'in-progress' as const,
          title: 'In progress',
          ids: ids.filter((id) => begun.has(id)),
        },
      ]),
  {
    key: 'backlog',
    kind: 'backlog',
    title: 'Backlog',
    ids: begun === null ? ids : ids.filter((id) => !begun.has(id)),
  },
];

/** Every issue of them, in the order of the list. */
export const idsIn = (sections: readonly Section[]): string[] => sections.flatMap(({ ids }) => ids);

/** The sections without the issues. */
export const without = (sections: readonly Section[], ids: ReadonlySet<string>): Section[] =>
  sections
    .map((section) =>
      section.ids.some((id) => ids.has(id))
        ? { ...section, ids: section.ids.filter((id) => !ids.has(id)) }
        : section,
    )
    .filter((section) => section.ids.length > 0);

/** The sections with the issues back where they stood before, next to those that stood before them then. */
export const withBack = (
  sections: readonly Section[],
  before: readonly Section[],
  ids: ReadonlySet<string>,
): Section[] => {
  const present = new Set(sections.flatMap((section) => section.ids));
  const keys = [...new Set([...before.map(({ key }) => key), ...sections.map(({ key }) => key)])];
  const inOrder = before.length === 0 ? sections : keys.map((key) => one(sections, before, key));
  return inOrder
    .map((section) => {
      const then = before.find(({ key }) => key === section.key)?.ids ?? [];
      const back = then.filter((id) => ids.has(id) && !present.has(id));
      return back.length === 0 ? section : { ...section, ids: merged(section.ids, then, new Set(back)) };
    })
    .filter((section) => section.ids.length > 0);
};

const one = (sections: readonly Section[], before: readonly Section[], key: string): Section =>
  sections.find((section) => section.key === key) ?? {
    ...before.find((section) => section.key === key)!,
    ids: [],
  };

/** Each that comes back follows the one it followed, or stands first. */
const merged = (now: readonly string[], then: readonly string[], back: ReadonlySet<string>): string[] => {
  const present = new Set(now);
  const following = new Map<string | null, string[]>();
  let last: string | null = null;
  for (const id of then) {
    if (back.has(id)) following.set(last, [...(following.get(last) ?? []), id]);
    else if (present.has(id)) last = id;
  }
  return [...(following.get(null) ?? []), ...now.flatMap((id) => [id, ...(following.get(id) ?? [])])];
};
