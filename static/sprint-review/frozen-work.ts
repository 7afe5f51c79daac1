import type { SprintReviewView } from '../../src/contract/sprint-review';
import type { ReviewedWork } from './review-model';

/** The work that was written down when the sprint closed; `null` where it must be read. */
export const frozenWork = ({ ledger }: SprintReviewView): ReviewedWork | null =>
  ledger?.state === 'closed'
    ? { source: 'frozen', lines: ledger.lines, mayMissRemoved: ledger.mayMissRemoved }
    : null;
