import { listKeyOf, projectOfList, type Backup, type StoredObjective } from './backup';
import { partsOf } from './backup-parts';
import { ISSUE_PROPERTIES } from './issue-properties';
import type { KeyResultId } from './ids';
import type { KeyResult } from './objective';
import type { IntentPlace } from './sprint-intent';

/** What a person knows a backup's content by. */
export const BACKUP_KINDS = [
  'cycle',
  'visibility',
  'objective',
  'key-result',
  'check-in',
  'intent',
  'planning',
  'verdict',
  'ledger',
  ...ISSUE_PROPERTIES,
] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

/** One thing of a backup, with all that counts when it is compared; how often it was changed does not. */
export type BackupItem = {
  readonly kind: BackupKind;
  readonly id: string;
  readonly title: string;
  readonly content: Readonly<Record<string, unknown>>;
};

export const itemsOf = (backup: Pick<Backup, 'records' | 'properties'>): BackupItem[] => {
  const { calendars, lists, objectives, checkIns, intents, settings, learnings, ledgers } = partsOf(backup);
  const cycles = [...calendars.values()].flatMap((calendar) => calendar.cycles);
  const titles = new Map(
    [...objectives.values()].flatMap(({ keyResults }) => keyResults.map(({ id, title }) => [id, title])),
  );
  return [
    ...cycles.map(({ id, revision: _revision, ...content }) =>
      item('cycle', id, content.name, content as Readonly<Record<string, unknown>>),
    ),
    ...[...lists]
      .filter(([key]) => projectOfList(key) !== null)
      .map(([key, { restricted }]) => item('visibility', key, key, { restricted })),
    ...[...objectives].map(([key, value]) => item('objective', key, value.title, objectiveContent(value))),
    ...[...objectives.values()].flatMap(({ keyResults }) =>
      keyResults.map((keyResult) =>
        item('key-result', keyResult.id, keyResult.title, keyResultContent(keyResult)),
      ),
    ),
    ...[...checkIns].map(([key, { version: _version, ...content }]) =>
      item(
        'check-in',
        key,
        `${titles.get(content.keyResultId) ?? content.keyResultId}, ${content.date}`,
        content,
      ),
    ),
    ...[...intents].map(([key, { projectId, said, earlier }]) =>
      item('intent', key, planTitle(key), { projectId, said: said.advances, earlier }),
    ),
    ...[...settings].map(([key, { projectId, band, rhythm }]) =>
      item('planning', key, planTitle(key), { projectId, band: band ?? null, rhythm: rhythm ?? null }),
    ),
    ...[...learnings].flatMap(([key, { verdicts }]) =>
      verdicts.map(({ place, ...content }) =>
        item(
          'verdict',
          verdictId(key, place),
          `${titles.get(key as KeyResultId) ?? key}, ${content.endedOn}`,
          content,
        ),
      ),
    ),
    ...[...ledgers].map(([key, { version: _version, revision: _revision, ...content }]) =>
      item('ledger', key, planTitle(key), content),
    ),
    ...backup.properties.map(({ property, issueId, issueKey, value }) =>
      item(property, issueId, issueKey, { [property]: value }),
    ),
  ];
};

/** An objective's own fields; its key results are things of their own. */
export const objectiveContent = ({
  title,
  description,
  owner,
  archived,
  scope,
  cycleId,
}: StoredObjective) => ({
  title,
  description: description ?? '',
  owner: owner ?? null,
  archived,
  scope: listKeyOf(scope),
  cycleId,
});

/** A key result's own fields; its newest value follows from its check-ins. */
export const keyResultContent = ({ title, metric, owner, weight, archived }: KeyResult) => ({
  title,
  ...metric,
  owner,
  weight,
  archived,
});

/** What a verdict is known by: of a key result there is one on each sprint or period. */
const verdictId = (keyResultId: string, place: IntentPlace): string =>
  place.kind === 'sprint'
    ? `${keyResultId} sprint:${place.sprintId}`
    : `${keyResultId} board:${place.boardId}:${place.start}`;

/** `sprint:7` and `board:3:2026-02-16` in words. */
const planTitle = (key: string): string => {
  const [kind, id, start] = key.split(':');
  return [kind === 'sprint' ? `Sprint ${id}` : `Board ${id}`, ...(start ? [`from ${start}`] : [])].join(', ');
};

const item = (
  kind: BackupKind,
  id: string,
  title: string,
  content: Readonly<Record<string, unknown>>,
): BackupItem => ({ kind, id, title, content });
