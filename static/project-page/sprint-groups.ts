import type { Cycle } from '../../src/domain/cycle';
import { dayOf } from '../../src/domain/dates';
import type { Sprint } from '../../src/jira/boards';
import type { TreeIssue } from './tree-issue';

/** Work of one sprint; with `null`, work that was in no sprint of the cycle. */
export type SprintGroup = { readonly sprint: Sprint | null; readonly issues: readonly TreeIssue[] };

/**
 * Work by sprint, newest first, and last what was in no sprint of the cycle. An issue that was in several sprints is
 * in each. `sprints` holds every sprint that the issues name, or `null` for one that the viewer may not see.
 */
export const groupBySprint = (
  issues: readonly TreeIssue[],
  sprints: ReadonlyMap<number, Sprint | null>,
  cycle: Cycle,
): SprintGroup[] => {
  const ofCycle = (issue: TreeIssue): Sprint[] =>
    issue.sprintIds
      .map((id) => sprints.get(id) ?? null)
      .filter((sprint) => sprint !== null)
      .filter((sprint) => overlaps(sprint, cycle));
  const found = new Map(issues.flatMap(ofCycle).map((sprint) => [sprint.id, sprint]));
  const groups: SprintGroup[] = [...found.values()]
    .sort(newestFirst)
    .map((sprint) => ({ sprint, issues: issues.filter(({ sprintIds }) => sprintIds.includes(sprint.id)) }));
  const rest = issues.filter((issue) => ofCycle(issue).length === 0);
  return rest.length > 0 ? [...groups, { sprint: null, issues: rest }] : groups;
};

/** Whether a sprint shares a day with the cycle. One that has no dates yet is still to come. */
export const overlaps = (sprint: Sprint, cycle: Cycle): boolean => {
  if (sprint.startDate === null) return sprint.state !== 'closed' && cycle.state !== 'closed';
  const end = sprint.completeDate ?? sprint.endDate;
  const endsBefore = sprint.state === 'closed' && end !== null && dayOf(end) < cycle.startDate;
  return dayOf(sprint.startDate) <= cycle.endDate && !endsBefore;
};

const newestFirst = (a: Sprint, b: Sprint): number =>
  Number(b.startDate === null) - Number(a.startDate === null) ||
  (b.startDate ?? '').localeCompare(a.startDate ?? '') ||
  b.id - a.id;
