import type { Row } from './read-rows';
import type { EpicRow, IssueRow } from './rows';

/**
 * Adds the epics that issues name and that are not among the issues, from `epics.json`. Nothing more is known of them
 * than name and whether they are done: they begin with their first child and nobody is their reporter.
 */
export const addReferencedEpics = (
  issues: readonly Row<IssueRow>[],
  epics: readonly Row<EpicRow>[],
): Row<IssueRow>[] => {
  const rows = issues.map(({ value }) => value);
  const present = new Set(rows.map(({ key }) => key));
  const wanted = new Set(rows.flatMap(({ epic }) => (epic !== null && !present.has(epic) ? [epic] : [])));
  const added = epics.flatMap(({ value, place }): Row<IssueRow>[] => {
    if (!wanted.delete(value.key)) return [];
    return [{ place, value: epicIssue(value, rows) }];
  });
  return [...issues, ...added];
};

const epicIssue = ({ id, key, name, summary, done }: EpicRow, rows: readonly IssueRow[]): IssueRow => {
  const children = rows.filter(({ epic }) => epic === key);
  const created = children.map((child) => child.created).sort()[0]!;
  const category = done ? 'done' : 'new';
  const alike = mostCommon(rows.filter(({ statusCategory }) => statusCategory === category)) ?? rows[0]!;
  const { status, statusId, statusCategory } = alike;
  return {
    id,
    key,
    type: rows.find(({ type }) => /^epic$/i.test(type))?.type ?? 'Epic',
    subtask: false,
    summary: summary || name || key,
    status,
    statusId,
    statusCategory,
    resolution: done ? (alike.resolution ?? null) : null,
    priority: null,
    created,
    updated: created,
    resolved: null,
    parent: null,
    epic: null,
    assignee: null,
    reporter: null,
    labels: [],
    components: [],
    fixVersions: [],
    sprintIds: [],
    links: [],
  };
};

/** A row with the status that most of the rows have. */
const mostCommon = (rows: readonly IssueRow[]): IssueRow | undefined => {
  const counts = new Map<string, number>();
  for (const { statusId } of rows) counts.set(statusId, (counts.get(statusId) ?? 0) + 1);
  return [...rows].sort((a, b) => counts.get(b.statusId)! - counts.get(a.statusId)!)[0];
};
