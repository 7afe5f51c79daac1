import { servingKeyResult } from '../../src/domain/delivery';
import type { KeyResultId } from '../../src/domain/ids';
import type { Sprint } from '../../src/jira/boards';
import { countsOf, estimatedFigures, exactFigures, type Figures } from './figures';
import type { PoolId } from './pools';
import type { TreeIssue } from './tree-issue';
import { poolIn, type Work } from './work-state';

/** The figures of a whole pool; `null` while nothing is known of it. */
export const poolFigures = (work: Work, id: PoolId): Figures | null => {
  const pool = poolIn(work, id);
  if (pool.state === 'complete') return exactFigures(pool.issues);
  return pool.state === 'partial' ? estimatedFigures(pool.issues, pool.sampled, pool.counts) : null;
};

export const keyResultFigures = (work: Work, pool: PoolId, id: KeyResultId): Figures | null => {
  const state = poolIn(work, pool);
  if (state.state === 'complete') return exactFigures(servingKeyResult(state.issues, id));
  const counts = work.keyResultCounts.get(id);
  if (state.state !== 'partial' || !counts) return null;
  const own = servingKeyResult(state.issues, id);
  const like = own.length > 0 ? own : state.issues;
  return { ...estimatedFigures(like, countsOf(like), counts), items: counts };
};

/** The remaining work that has no key result, and that which has one that is not shown. */
export const remainingParts = (
  issues: readonly TreeIssue[],
): { readonly untagged: TreeIssue[]; readonly elsewhere: TreeIssue[] } => ({
  untagged: issues.filter(({ tag }) => tag === null),
  elsewhere: issues.filter(({ tag }) => tag !== null),
});

/** The figures of one part of the remaining work; `null` while nothing is known of it. */
export const remainingFigures = (work: Work, part: 'untagged' | 'elsewhere'): Figures | null => {
  const pool = poolIn(work, 'remaining');
  if (pool.state !== 'complete' && pool.state !== 'partial') return null;
  const issues = remainingParts(pool.issues)[part];
  return pool.state === 'complete'
    ? exactFigures(issues)
    : estimatedFigures(issues, pool.sampled, pool.counts);
};

/** Whether points mean anything: here at all, or in one sprint. */
export const isEstimated = (work: Work, sprint: Sprint | null = null): boolean => {
  if (!work.scope || work.scope.fields.points.length === 0) return false;
  return sprint === null || sprint.boardId === null || !work.scope.boardsWithoutEstimates.has(sprint.boardId);
};
