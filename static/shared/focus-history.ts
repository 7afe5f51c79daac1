import type { WorkItem } from '../../src/domain/delivery';
import { focusShareOf, type FocusShare, type Measure } from '../../src/domain/focus-share';
import type { ProjectId } from '../../src/domain/ids';
import { periodsBefore, USUAL_RHYTHM, type Period, type Rhythm } from '../../src/domain/period';
import { lastClosed, type Sprint } from '../../src/jira/boards';
import { searchAllIssues, type Issue, type IssueFields } from '../../src/jira/issues';
import { resolveTags } from '../../src/jira/tags';
import { formatDay } from '../../src/domain/figure-words';
import { jira } from './jira';
import { sprintsAfter, sprintWorkOf } from './sprint-work';
import { finishedWork, workOfSprints } from './planned-work';

/** How an earlier sprint or period was spread: all that it had, and what of it was finished. */
export type PastFocus = {
  readonly id: string;
  readonly name: string;
  readonly all: FocusShare;
  readonly done: FocusShare;
};

const MOST_PAST = 6;

/**
 * The board's last six closed sprints, newest first, counted as the sprint review counts them: one search for all of
 * them, 100 issues a request, and one for parents that carry tags.
 */
export const readPastSprints = async ({
  sprints,
  fields,
}: {
  readonly sprints: readonly Sprint[];
  readonly fields: IssueFields;
}): Promise<PastFocus[]> => {
  const past = lastClosed(sprints, MOST_PAST);
  if (past.length === 0) return [];
  const issues = await searchAllIssues(jira, { jql: workOfSprints(past.map(({ id }) => id)), fields });
  const tags = await resolveTags(jira, issues);
  return spread(
    past.map((sprint) => {
      const own = issues.filter(({ sprintIds }) => sprintIds.includes(sprint.id));
      return {
        id: String(sprint.id),
        name: sprint.name,
        work: sprintWorkOf(own, tags, sprintsAfter(sprint, sprints)),
      };
    }),
    issues,
  );
};

/** The six periods before one, newest first: what was finished in each. One search for all of them. */
export const readPastPeriods = async (
  { projectId, fields }: { readonly projectId: ProjectId; readonly fields: IssueFields },
  rhythm: Rhythm | null,
  period: Period,
): Promise<PastFocus[]> => {
  const past = periodsBefore(rhythm ?? USUAL_RHYTHM, period, MOST_PAST);
  const jql = finishedWork(projectId, past.at(-1)!.start, past[0]!.end);
  const issues = await searchAllIssues(jira, { jql, fields: { ...fields, resolved: true } });
  const tags = await resolveTags(jira, issues);
  return spread(
    past.map(({ start, end }) => ({
      id: start,
      name: `From ${formatDay(start)}`,
      work: sprintWorkOf(
        issues.filter((issue) => isBetween(dayResolved(issue), start, end)),
        tags,
        new Set(),
      ),
    })),
    issues,
  );
};

/** All in one measure, so that bars beside each other say the same. */
const spread = (
  past: readonly { readonly id: string; readonly name: string; readonly work: readonly WorkItem[] }[],
  issues: readonly Issue[],
): PastFocus[] => {
  const measure: Measure = issues.some(({ points }) => points !== null) ? 'points' : 'items';
  return past.map(({ id, name, work }) => ({
    id,
    name,
    all: focusShareOf(work, measure),
    done: focusShareOf(
      work.filter(({ done }) => done),
      measure,
    ),
  }));
};

/** The day as Jira writes it, which is the viewer's own, as the days of the search are. */
const dayResolved = ({ resolvedAt }: Issue): string => (resolvedAt ?? '').slice(0, 10);

const isBetween = (day: string, start: string, end: string): boolean => start <= day && day <= end;
