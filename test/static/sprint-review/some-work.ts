import type { SprintIssue } from '../../../static/shared/sprint-work';
import type { KeyResultId } from '../../../src/domain/ids';
import type { ExemptionReason } from '../../../src/domain/tag';

/** An issue of a sprint; a test says only what matters to it. */
export const aSprintIssue = (fields: Partial<SprintIssue> = {}): SprintIssue => ({
  id: '1',
  key: 'BILL-1',
  summary: 'Retry a failed payment once',
  status: { name: 'To do', category: 'new' },
  points: 3,
  done: false,
  finishedLater: false,
  tag: null,
  ...fields,
});

export const servingTag = (keyResults: readonly KeyResultId[], inheritedFrom: string | null = null) =>
  ({ tag: { state: 'tagged', keyResults }, inheritedFrom }) as const;

export const exemptTag = (reason: ExemptionReason) =>
  ({ tag: { state: 'exempt', reason, note: '' }, inheritedFrom: null }) as const;
