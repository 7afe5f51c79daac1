import type { WorkItem } from '../../src/domain/delivery';
import type { EffectiveTag } from '../../src/domain/tag';
import type { Sprint } from '../../src/jira/boards';
import type { Issue } from '../../src/jira/issues';

/** An issue of the sprint as the review counts and lists it. */
export type SprintIssue = WorkItem & {
  readonly key: string;
  readonly summary: string;
  readonly status: Issue['status'];
  /** It is finished, but went on into a later sprint of the board, and so was not finished in this one. */
  readonly finishedLater: boolean;
};

/** The sprint's issues with their effective tags, in Jira's order. */
export const sprintWorkOf = (
  issues: readonly Issue[],
  tags: ReadonlyMap<string, EffectiveTag | null>,
  laterSprints: ReadonlySet<number>,
): SprintIssue[] =>
  issues.map(({ id, key, summary, status, points, sprintIds }) => {
    const finished = status.category === 'done';
    const finishedLater = finished && sprintIds.some((sprintId) => laterSprints.has(sprintId));
    return {
      id,
      key,
      summary,
      status,
      points,
      finishedLater,
      done: finished && !finishedLater,
      tag: tags.get(id) ?? null,
    };
  });

/** Whether there are points to speak of: somebody estimated some of it, be it with nought. */
export const isEstimated = (work: readonly SprintIssue[]): boolean =>
  work.some(({ points }) => points !== null);

/** The board's sprints that began after the given one: an issue that is in them, too, was carried over. */
export const sprintsAfter = (
  sprint: Pick<Sprint, 'id' | 'startDate' | 'state'>,
  sprints: readonly Sprint[],
): Set<number> =>
  new Set(
    sprints
      .filter(({ id, state, startDate }) => {
        if (sprint.state !== 'closed' || sprint.startDate === null || id === sprint.id) return false;
        return (
          state !== 'future' && startDate !== null && Date.parse(startDate) > Date.parse(sprint.startDate)
        );
      })
      .map(({ id }) => id),
  );
