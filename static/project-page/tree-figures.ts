import { servingKeyResult } from '../../src/domain/delivery';
import type { KeyResultId } from '../../src/domain/ids';
import type { Sprint } from '../../src/jira/boards';
import { estimatedFigures, exactFigures, type Figures } from './figures';
import type { PoolId } from './pools';
import type { TreeIssue } from './tree-issue';
import { poolIn, type Work } from './work-state';

/** The figures of a whole pool; `null` while nothing is known of it. */
export const poolFigures = (work: Work, id: PoolId): Figures | null => {
  const pool = poolIn(work, id);
  if (pool.state === 'complete') return exactFigures(pool.issues);
  return pool.state === 'partial' ? estimatedFigures(pool.issues, pool.counts) : null;
};

/** A key result's work, when all of its objective's is known. */
export const keyResultWork = (work: Work, pool: PoolId, id: KeyResultId): readonly TreeIssue[] | null => {
  const state = poolIn(work, pool);
  return state.state === 'complete' ? servingKeyResult(state.issues, id) : null;
};

export const keyResultFigures = (work: Work, pool: PoolId, id: KeyResultId): Figures | null => {
  const state = poolIn(work, pool);
  if (state.state === 'complete') return exactFigures(servingKeyResult(state.issues, id));
  const counts = work.keyResultCounts.get(id);
  if (state.state !== 'partial' || !counts) return null;
  return estimatedFigures(servingKeyResult(state.issues, id), counts);
};

/** The remaining work that has no key result, and that which has one that is not shown. */
export const remainingParts = (
  issues: readonly TreeIssue[],
): { readonly untagged: TreeIssue[]; readonly elsewhere: TreeIssue[] } => ({
  untagged: issues.filter(({ tag }) => tag === null),
  elsewhere: issues.filter(({ tag }) => tag !== null),
});

/** Whether points mean anything: here at all, or in one sprint. */
export const isEstimated = (work: Work, sprint: Sprint | null = null): boolean => {
  if (!work.scope || work.scope.fields.points.length === 0) return false;
  return sprint === null || sprint.boardId === null || !work.scope.boardsWithoutEstimates.has(sprint.boardId);
};
