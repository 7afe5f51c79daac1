import { addDays, type IsoDate } from '../../src/domain/dates';
import { allOf, anyOf, countedIssues, jqlString } from '../../src/jira/jql';

/**
 * What may have been a period's work on a board without sprints: what changed since the day before it began (days are the
 * viewer's own to Jira) and, though nobody touched it since, what is in progress. Of the board's project, since no search
 * finds a board's own issues.
 */
export const workOfPeriod = (projectId: string, start: IsoDate): string =>
  `${allOf(
    `project = ${jqlString(projectId)}`,
    countedIssues(),
    anyOf(`updated >= ${jqlString(addDays(start, -1))}`, 'statusCategory = "In Progress"'),
  )} ORDER BY updated DESC`;
