import { ledgerSums, type Amount, type LedgerSums } from '../../src/domain/ledger-sums';
import { recordedLedger, type RecordedLine } from './recorded-ledger';
import type { RecordedSprint, Recording } from './recording';

/** The page that lists what the app rebuilds of every recorded sprint, as Markdown. */
export const recordedSprintsPage = async (recordings: readonly Recording[]): Promise<string> => {
  const parts: string[] = [];
  for (const recording of recordings) parts.push(await partOf(recording));
  return [INTRODUCTION, ...parts].join('\n\n');
};

const INTRODUCTION = `# What recorded sprints come to

The ledger of a sprint is rebuilt from the histories of its issues. Here is what that comes to for every sprint of which real
replies of Jira were recorded by others: DevLake's, jirametrics' and Bitovi's, in \`../shared/fixtures\`. The page is printed by
\`npx tsx scripts/list-recorded-sprints.ts\` (\`--write\` puts it here), and a test sees that it is what the script prints.

Whole replies go through the app's own gateway, as if Jira had just sent them; histories without an issue through the parsing
of histories alone. Recorded was a handful of issues, not the whole of each sprint: **the numbers say what became of the
recorded issues, not how the teams did.** Epics, tags and people are left out.

## What each number means

The window of a sprint is from its start to its close; a moment includes everything that happened at that very moment.
Sub-tasks are not counted. Amounts are issues, and in brackets points where the recording knows of estimates.

| column         | what it counts                                                                                                     |
| -------------- | ------------------------------------------------------------------------------------------------------------------ |
| committed      | in the sprint at its start, and not done then; points as estimated at the start                                    |
| added          | came later, by being moved in or by being created there; points as estimated when it first came                    |
| done before    | in the sprint at its start, and done already                                                                       |
| completed      | in the sprint at its close, and done then, at first or again; points as estimated at the close, as in what follows |
| not completed  | in the sprint at its close, and not done                                                                           |
| removed        | not in the sprint at its close; points as estimated when it was last in                                            |
| done elsewhere | done at the start and ever since: no work of this sprint, wherever it is at the close                              |

The first three columns add up to the issues of the sprint, and so do the last four. Below each table stands every issue that
is counted, with the moments that decide: when it joined (nothing where it was there at the start), when it left (nothing where
it stayed), since when it is done at the close (nothing where it is not). Times are UTC.

A sprint counts from the start date that Jira tells, which people set and may lie before the moment at which they started it.
Where it does, what was carried over from the sprint before counts as added: issue 13954 in DevLake's sprint 60, whose start
date is half a day before the sprint before it was closed.`;

const partOf = async (recording: Recording): Promise<string> => {
  const told: { readonly sprint: RecordedSprint; readonly lines: readonly RecordedLine[] | null }[] = [];
  for (const sprint of recording.sprints) {
    const { start } = sprint;
    told.push({ sprint, lines: start === null ? null : await recordedLedger(recording, sprint, start) });
  }
  const hasPoints = recording.pointsField !== null;
  const rows = told.map(({ sprint, lines }) => sprintRow(sprint, lines, hasPoints));
  const issues = told.flatMap(({ sprint, lines }) =>
    (lines ?? []).map((line) => issueRow(sprint, line, hasPoints)),
  );
  return [
    `## ${recording.name}`,
    recording.assumptions.map((words) => `- ${words}`).join('\n'),
    table(SPRINT_COLUMNS, rows),
    issues.length === 0
      ? 'None of the recorded issues was in a sprint.'
      : table(hasPoints ? ISSUE_COLUMNS : ISSUE_COLUMNS.filter((name) => name !== 'points'), issues),
  ].join('\n\n');
};

const SPRINT_COLUMNS = [
  'sprint',
  'start',
  'close',
  'issues',
  'committed',
  'added',
  'done before',
  'completed',
  'not completed',
  'removed',
  'done elsewhere',
];

const sprintRow = (
  { id, start, close, isClosed }: RecordedSprint,
  lines: readonly RecordedLine[] | null,
  hasPoints: boolean,
): string[] => {
  if (start === null || lines === null)
    return [String(id), 'not started', ...SPRINT_COLUMNS.slice(2).fill('')];
  const sums: LedgerSums = ledgerSums(lines);
  const doneBefore = lines.filter(({ entrance }) => entrance === 'done-before-start');
  const amounts: readonly Amount[] = [
    sums.committed,
    sums.added,
    { items: doneBefore.length, points: pointsOf(doneBefore) },
    sums.completed,
    sums.notCompleted,
    sums.removed,
    sums.completedElsewhere,
  ];
  return [
    String(id),
    minute(start),
    isClosed ? minute(close) : `running, told up to ${minute(close)}`,
    String(lines.length),
    ...amounts.map(({ items, points }) => (hasPoints && items > 0 ? `${items} (${points})` : String(items))),
  ];
};

const ISSUE_COLUMNS = ['sprint', 'issue', 'came', 'became', 'points', 'joined', 'left', 'done since'];

const issueRow = ({ id }: RecordedSprint, line: RecordedLine, hasPoints: boolean): string[] => {
  const { issueId, entrance, outcome, initialPoints, finalPoints, joinedAt, leftAt, doneSince } = line;
  const [first, last] = [initialPoints, finalPoints].map((points) =>
    points === null ? 'none' : String(points),
  );
  return [
    String(id),
    issueId,
    { committed: 'committed', added: 'added', 'done-before-start': 'done before' }[entrance],
    {
      completed: 'completed',
      'not-completed': 'not completed',
      removed: 'removed',
      'completed-elsewhere': 'done elsewhere',
    }[outcome],
    ...(hasPoints ? [first === last ? first! : `${first}, then ${last}`] : []),
    ...[joinedAt, leftAt, doneSince].map((moment) => (moment === null ? '' : minute(moment))),
  ];
};

const pointsOf = (lines: readonly RecordedLine[]): number =>
  lines.reduce((sum, { initialPoints }) => sum + (initialPoints ?? 0), 0);

const minute = (moment: string): string => moment.slice(0, 16).replace('T', ' ');

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
