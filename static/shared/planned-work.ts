import { addDays, type IsoDate } from '../../src/domain/dates';
import type { ProjectId } from '../../src/domain/ids';
import type { Period } from '../../src/domain/period';
import { allOf, anyOf, countedIssues, jqlList, jqlString } from '../../src/jira/jql';

/** The work of a sprint. */
export const workOfSprint = (sprintId: number): string =>
  `${allOf(`sprint = ${sprintId}`, countedIssues())} ORDER BY key`;

/** The work of several sprints. */
export const workOfSprints = (sprintIds: readonly number[]): string =>
  `${allOf(`sprint in ${jqlList(sprintIds)}`, countedIssues())} ORDER BY key`;

/**
 * The work of a period on a board without sprints: what was finished in it and, while it runs, what is in progress.
 * Of the board's project, since no search finds a board's own issues.
 */
export const workOfPeriod = (projectId: ProjectId, { start, end }: Period, today: IsoDate): string => {
  const runs = start <= today && today <= end;
  return `${allOf(
    `project = ${projectId}`,
    countedIssues(),
    anyOf(finishedBetween(start, end), runs ? IN_PROGRESS : null),
  )} ORDER BY key`;
};

/** What was finished from one day to another, both included. */
export const finishedWork = (projectId: ProjectId, start: IsoDate, end: IsoDate): string =>
  `${allOf(`project = ${projectId}`, countedIssues(), finishedBetween(start, end))} ORDER BY key`;

const IN_PROGRESS = 'statusCategory = "In Progress"';

const finishedBetween = (start: IsoDate, end: IsoDate): string =>
  `statusCategory = Done AND resolved >= ${jqlString(start)} AND resolved < ${jqlString(addDays(end, 1))}`;
