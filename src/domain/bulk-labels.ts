import type { BulkPlan } from './bulk-plan';

/** The labels that mark an issue to be cut, or to be put off. They are Jira's own, so that anybody can work through them. */
export const DECISION_LABELS = { cut: 'throughline-cut', defer: 'throughline-defer' } as const;
export type LabelDecision = keyof typeof DECISION_LABELS;

/** Those of an issue's labels that say what was decided about it. */
export const decisionLabels = (labels: readonly string[]): readonly string[] =>
  Object.values(DECISION_LABELS).filter((label) => labels.includes(label));

/**
 * What a decision makes of each issue's labels; an issue is cut or deferred, never both. `null` takes the decision back.
 *
 * @param present - The decision labels that each issue has; issues that are not there or hidden are not in it.
 */
export const planLabels = (
  issues: readonly { readonly issueId: string; readonly issueKey: string }[],
  present: ReadonlyMap<string, unknown>,
  decision: LabelDecision | null,
): BulkPlan => {
  const after = decision === null ? [] : [DECISION_LABELS[decision]];
  return issues.map(({ issueId, issueKey }) => {
    const before = present.get(issueId);
    const isThere = present.has(issueId);
    const isSo = JSON.stringify(before) === JSON.stringify(after);
    return {
      issueId,
      issueKey,
      before,
      after,
      state: { name: isThere ? (isSo ? 'already' : 'waiting') : 'not-found' },
    };
  });
};
