import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IsoInstant } from '../../src/domain/dates';
import type { IssueHistory } from '../../src/domain/issue-history';
import { toChanges, type HistoryReply } from '../../src/jira/issue-changes';

/** What was recorded of a real Jira, as far as sprints go. */
export type Recording = {
  readonly name: string;
  /** What of its ledgers rests on an assumption, since nobody recorded it. */
  readonly assumptions: readonly string[];
  readonly sprints: readonly RecordedSprint[];
  /** Whole issues, as Jira replied with them. */
  readonly replies: readonly IssueReply[];
  /** Histories of which the issue itself was not recorded. */
  readonly bare: readonly IssueHistory[];
  readonly doneStatusIds: ReadonlySet<string>;
  readonly pointsField: string | null;
};

export type RecordedSprint = {
  readonly id: number;
  readonly start: IsoInstant | null;
  /** When it closed, or the last moment of which anything is recorded. */
  readonly close: IsoInstant;
  readonly isClosed: boolean;
};

export type IssueReply = {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>> & { readonly issuetype: { readonly subtask: boolean } };
  readonly changelog: { readonly histories: readonly HistoryReply[] };
};

type SprintReply = {
  readonly id: number;
  readonly state: string;
  readonly startDate?: string;
  readonly completeDate?: string;
};

/** Every recording, from the folder of fixtures. */
export const readRecordings = (folder: string): readonly Recording[] => {
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  return [devlake(read), jirametrics(read, folder), bitovi(read)];
};

export const SPRINT_FIELD = 'customfield_10020';

type Read = (file: string) => unknown;
/** DevLake keeps each reply beside what was asked. */
type Kept<Data> = readonly { readonly input: { readonly issue_id: number } | null; readonly data: Data }[];

const devlake = (read: Read): Recording => {
  const replies = unique(
    ['devlake.agile-board-issues.json', 'devlake.epic-issues.json'].flatMap((file) =>
      (read(file) as Kept<IssueReply>).map(({ data }) => data),
    ),
  );
  const board = (read('devlake.board-sprints.json') as Kept<SprintReply>).map(({ data }) => data);
  const entries = read('devlake.issue-changelog.json') as Kept<EntryReply>;
  const bare = [...new Set(entries.map(({ input }) => input!.issue_id))].map((id) =>
    bareHistory(
      String(id),
      entries.filter(({ input }) => input!.issue_id === id).map(({ data }) => data),
      null,
      null,
    ),
  );
  return {
    name: 'devlake',
    assumptions: [
      'How the boards were set up was not recorded: done is every status of the category _done_, and no field is known for estimates. The app does the same where somebody may not see a board’s configuration.',
      'Status 5, which issues of sprint 7 went into, was gone when the statuses were recorded: what stood in it counts as not done, as it does wherever a board’s last column was another one at the time.',
      'Of three issues the history alone was recorded: each counts as created with the first entry of its history, and is today what the last entries say.',
    ],
    sprints: sprintsOf([...board, ...sprintsOn(replies)], replies),
    replies,
    bare,
    doneStatusIds: doneIn((read('devlake.status.json') as Kept<StatusReply>).map(({ data }) => data)),
    pointsField: null,
  };
};

const jirametrics = (read: Read, folder: string): Recording => {
  const replies = readdirSync(folder)
    .filter((file) => /^jirametrics\.SP-\d+\.json$/.test(file))
    .map((file) => read(file) as IssueReply);
  return {
    name: 'jirametrics',
    assumptions: [
      'The sprint was running when it was recorded: it is told up to the last change of which there is a record.',
      'How its board was set up was not recorded: done is every status of the category _done_, and estimates are in the field that its issues have.',
    ],
    sprints: sprintsOf(sprintsOn(replies), replies),
    replies,
    bare: [],
    doneStatusIds: doneIn(read('jirametrics.sample_statuses.json') as readonly StatusReply[]),
    pointsField: 'customfield_10036',
  };
};

type NamedIssue = {
  readonly id: string;
  readonly fields: { readonly Created: string; readonly Status: StatusReply };
  readonly changelog: readonly EntryReply[];
};

const BITOVI_POINTS = 'customfield_10034';

const bitovi = (read: Read): Recording => {
  const issues = read('bitovi.issues-with-changelog.json') as readonly NamedIssue[];
  const bare = issues.map(({ id, fields, changelog }) =>
    bareHistory(id, changelog, BITOVI_POINTS, { createdAt: fields.Created, statusId: fields.Status.id }),
  );
  const moments = bare.flatMap(({ changes }) => changes);
  const sprintMoments = moments.filter(({ before }) => before.sprintIds !== undefined);
  const ids = bare.flatMap(({ changes }) => changes.flatMap(({ before }) => before.sprintIds ?? []));
  return {
    name: 'bitovi',
    assumptions: [
      'Of the sprint nothing was recorded but its id in histories: it counts from the day before an issue first joined or left it to the last recorded change.',
      'Done is every status of the category _done_ that an issue has today; estimates are what the field says that was changed most.',
    ],
    sprints: [...new Set(ids)].map((id) => ({
      id,
      start: dayBefore(first(sprintMoments.map(({ at }) => at))),
      close: last(moments.map(({ at }) => at)),
      isClosed: false,
    })),
    replies: [],
    bare,
    doneStatusIds: doneIn(issues.map(({ fields }) => fields.Status)),
    pointsField: BITOVI_POINTS,
  };
};

type EntryReply = {
  readonly created: string;
  readonly items: readonly {
    readonly field: string;
    readonly fieldId?: string;
    readonly from: string | null;
    readonly fromString: string | null;
    readonly to: string | null;
    readonly toString: string | null;
  }[];
};

/** The history of an issue that was not recorded itself: what it is today the last entries say. */
const bareHistory = (
  id: string,
  entries: readonly EntryReply[],
  pointsField: string | null,
  known: { readonly createdAt: string; readonly statusId: string } | null,
): IssueHistory => {
  const ordered = [...entries].sort((a, b) => Date.parse(b.created) - Date.parse(a.created));
  const items = ordered.flatMap((entry) => entry.items);
  const points = items.find(({ fieldId }) => pointsField !== null && fieldId === pointsField)?.toString;
  return {
    id,
    createdAt: instant(known?.createdAt ?? ordered.at(-1)!.created),
    now: {
      statusId: known?.statusId ?? items.find(({ field }) => field === 'status')?.to ?? '',
      points: points ? Number(points) : null,
      sprintIds: (items.find(({ field }) => field === 'Sprint')?.to ?? '')
        .split(',')
        .map(Number)
        .filter((sprint) => sprint > 0),
    },
    changes: toChanges(
      ordered.map(({ created, items: of }) => ({ created, items: of.map((item) => ({ ...item })) })),
      pointsField,
    ),
  };
};

type StatusReply = { readonly id: string; readonly statusCategory?: { readonly key: string } };

const doneIn = (statuses: readonly StatusReply[]): ReadonlySet<string> =>
  new Set(statuses.filter(({ statusCategory }) => statusCategory?.key === 'done').map(({ id }) => id));

/** The sprints that issues name in their field. */
const sprintsOn = (replies: readonly IssueReply[]): SprintReply[] =>
  replies.flatMap(({ fields }) => (fields[SPRINT_FIELD] ?? []) as SprintReply[]);

const sprintsOf = (sprints: readonly SprintReply[], replies: readonly IssueReply[]): RecordedSprint[] => {
  const moments = replies.flatMap(({ changelog }) =>
    changelog.histories.map(({ created }) => instant(String(created))),
  );
  return unique(sprints)
    .map(({ id, state, startDate, completeDate }) => {
      const start = startDate === undefined || state === 'future' ? null : instant(startDate);
      const until = last(start === null ? moments : [...moments, start]);
      const close = completeDate === undefined ? until : instant(completeDate);
      return { id, start, close, isClosed: state === 'closed' };
    })
    .sort((a, b) => a.id - b.id);
};

const unique = <T extends { readonly id: string | number }>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];

const instant = (moment: string): IsoInstant => new Date(moment).toISOString() as IsoInstant;
const first = (moments: readonly IsoInstant[]): IsoInstant => [...moments].sort()[0]!;
const last = (moments: readonly IsoInstant[]): IsoInstant => [...moments].sort().at(-1)!;
const dayBefore = (moment: IsoInstant): IsoInstant =>
  instant(new Date(Date.parse(moment) - 86_400_000).toISOString());
