import { isSameValue, type BulkPlan, type Present } from './bulk-plan';

/** The labels that mark an issue to be cut, or to be put off. They are Jira's own, so that anybody can work through them. */
export const DECISION_LABELS = { cut: 'throughline-cut', defer: 'throughline-defer' } as const;
export type LabelDecision = keyof typeof DECISION_LABELS;

/** Those of an issue's labels that say what was decided about it. */
export const decisionLabels = (labels: readonly string[]): readonly string[] =>
  Object.values(DECISION_LABELS).filter((label) => labels.includes(label));

/**
 * What a decision makes of each issue's labels; an issue is cut or deferred, never both. `null` takes the decision back.
 *
 * @param present - The decision labels that each issue has.
 */
export const planLabels = (
  issues: readonly { readonly issueId: string; readonly issueKey: string }[],
  present: Present,
  decision: LabelDecision | null,
): BulkPlan => {
  const after = decision === null ? [] : [DECISION_LABELS[decision]];
  return issues.map(({ issueId, issueKey }) => {
    const held = present.get(issueId);
    const before = held?.value;
    const named = { issueId, issueKey: held?.issueKey ?? issueKey };
    if (held === undefined) return { ...named, before, after, state: { name: 'not-found' } };
    const name = isSameValue(before, after) ? 'already' : 'waiting';
    return { ...named, before, after, state: { name } };
  });
};
