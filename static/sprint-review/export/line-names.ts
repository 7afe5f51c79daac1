import type { LedgerSums } from '../../../src/domain/ledger-sums';
import type { LedgerEntrance, LedgerOutcome } from '../../../src/domain/sprint-ledger';
import type { Review } from '../review-model';
import { sumWords } from '../sum-words';

type Told = Pick<Review, 'place' | 'span'>;

/** What became of an issue, as the sum is called that it is in. */
export const outcomeName = (outcome: LedgerOutcome, review: Told): string =>
  nameOf(OUTCOMES[outcome], review) ?? 'Completed elsewhere';

/** How it came in, as the sum is called that it is in. */
export const entranceName = (entrance: LedgerEntrance, review: Told): string =>
  entrance === 'done-before-start' ? 'Done before the start' : (nameOf(entrance, review) ?? entrance);

/** In place of a name that cannot be read. */
export const GONE = 'Deleted, or not visible to you any more';

const nameOf = (part: keyof LedgerSums, review: Told): string | undefined =>
  sumWords(review).find((words) => words.part === part)?.name;

const OUTCOMES: Readonly<Record<LedgerOutcome, keyof LedgerSums>> = {
  completed: 'completed',
  'not-completed': 'notCompleted',
  removed: 'removed',
  'completed-elsewhere': 'completedElsewhere',
};
