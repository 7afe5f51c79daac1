import type { LedgerEntrance, LedgerOutcome } from '../../../src/domain/sprint-ledger';
import type { IntentPlace } from '../../../src/domain/sprint-intent';

/** What became of an issue, in the words that its sums have. */
export const OUTCOME_NAMES: Readonly<Record<LedgerOutcome, string>> = {
  completed: 'Completed',
  'not-completed': 'Not completed',
  removed: 'Removed',
  'completed-elsewhere': 'Completed elsewhere',
};

/** How it came in. Nobody commits to what a board without sprints has begun. */
export const entranceName = (entrance: LedgerEntrance, place: IntentPlace | null): string =>
  entrance === 'committed' && place?.kind === 'period' ? 'Begun before' : ENTRANCE_NAMES[entrance];

/** In place of a name that cannot be read. */
export const GONE = 'Deleted, or not visible to you any more';

const ENTRANCE_NAMES: Readonly<Record<LedgerEntrance, string>> = {
  committed: 'Committed',
  added: 'Added',
  'done-before-start': 'Done before the start',
};
