import type { Issue, Named } from '../../jira/model';
import { projectKeyOf, type Catalogue } from './catalogue';
import type { IssueRow, SprintRow } from './rows';

/** The site's issues. An issue without a parent gets its epic as one. Open issues come first in the backlog. */
export const issuesOf = (
  rows: readonly IssueRow[],
  sprints: readonly SprintRow[],
  catalogue: Catalogue,
): Issue[] => {
  const idOfKey = new Map(rows.map(({ key, id }) => [key, id]));
  const open = (row: IssueRow): number => (row.statusCategory === 'done' ? 1 : 0);
  const ranked = [...rows].sort(
    (a, b) => open(a) - open(b) || a.created.localeCompare(b.created) || a.key.localeCompare(b.key),
  );
  const rankOf = new Map(ranked.map(({ id }, index) => [id, index]));
  const parentOf = ({ parent, epic }: IssueRow): string | null => idOfKey.get(parent ?? epic ?? '') ?? null;
  const starts = new Map(
    sprints.map(({ id, startDate }) => [id, startDate === null ? NEVER : Date.parse(startDate)]),
  );
  const started = (id: number): number => starts.get(id) ?? NEVER;
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    projectId: catalogue.projects.find(({ key }) => key === projectKeyOf(row.key))!.id,
    typeId: idNamed(catalogue.issueTypes, row.type)!,
    summary: row.summary,
    description: '',
    statusId: row.statusId,
    priorityId: idNamed(catalogue.priorities, row.priority),
    resolutionId: idNamed(catalogue.resolutions, row.resolution),
    assignee: row.assignee,
    reporter: row.reporter,
    created: row.created,
    updated: row.updated,
    resolved: row.resolved,
    parentId: parentOf(row),
    labels: row.labels,
    components: row.components,
    fixVersions: row.fixVersions,
    sprintIds: [...new Set(row.sprintIds)].sort((a, b) => started(a) - started(b) || a - b),
    fields: {},
    rank: rankOf.get(row.id)!,
    properties: {},
    history: [],
    links: row.links.map(({ type, dir, key }) => ({ type, direction: dir, key })),
  }));
};

/** Sprints without a start come after those with one. */
const NEVER = Number.MAX_SAFE_INTEGER;

const idNamed = (all: readonly Named[], name: string | null): string | null =>
  all.find((each) => each.name === name)?.id ?? null;
