import type { BulkPlan, Present } from '../../../src/domain/bulk-plan';
import { DECISION_LABELS, planLabels } from '../../../src/domain/bulk-labels';
import { planTags, type TagWish } from '../../../src/domain/bulk-tags';
import type { KeyResultId } from '../../../src/domain/ids';
import type { ExemptionReason } from '../../../src/domain/tag';

/** What a person may do with the selected issues. */
export type BulkChoice = 'tag' | 'exempt' | 'cut' | 'defer';

/** The same with all that belongs to it. */
export type BulkAction =
  | { readonly type: 'tag'; readonly keyResults: readonly KeyResultId[] }
  | { readonly type: 'exempt'; readonly reason: ExemptionReason; readonly note: string }
  | { readonly type: 'cut' }
  | { readonly type: 'defer' };

export type BulkIssue = { readonly issueId: string; readonly issueKey: string };

/** What an action is done to. */
export type BulkTarget = {
  readonly issues: readonly BulkIssue[];
  /** The issue above the selected ones that gets the tag in their place; `null` for themselves. */
  readonly above: BulkIssue | null;
};

/** Something done with many issues, or the taking back of it. */
export type BulkJob = {
  readonly id: number;
  readonly action: BulkAction;
  readonly target: BulkTarget;
  /** The job that this one takes back. */
  readonly undoes: BulkJob | null;
};

export const kindOf = ({ type }: { readonly type: BulkChoice }): 'tags' | 'labels' =>
  type === 'tag' || type === 'exempt' ? 'tags' : 'labels';

/** The tag that an action wishes for; `null` for one that is about labels. */
export const wishOf = (action: BulkAction): TagWish | null => {
  if (action.type === 'tag') return { type: 'add', keyResults: action.keyResults };
  return action.type === 'exempt' ? action : null;
};

/** What the action makes of the issues, none of which had a tag of its own when they were chosen. */
export const planFor = (action: BulkAction, issues: readonly BulkIssue[], present: Present): BulkPlan => {
  const wish = wishOf(action);
  if (wish !== null) {
    return planTags(
      issues.map((issue) => ({ ...issue, seen: null })),
      present,
      wish,
    );
  }
  return planLabels(issues, present, action.type === 'defer' ? 'defer' : 'cut');
};

/** The decision labels that the issues of a finished plan have now, by their ids. */
export const labelsAfter = (plan: BulkPlan): ReadonlyMap<string, readonly string[]> =>
  new Map(
    plan
      .filter(({ state }) => state.name === 'done' || state.name === 'already')
      .map(({ issueId, after }) => [
        issueId,
        Object.values(DECISION_LABELS).filter((label) => Array.isArray(after) && after.includes(label)),
      ]),
  );
