import type { SprintReviewView } from '../../src/contract/sprint-review';
import { addDays } from '../../src/domain/dates';
import { formatDay } from '../../src/domain/figure-words';
import type { Review } from './review-model';

/** Where a review's figures come from, in a few words, and what they cannot tell, a sentence each. */
export const sourceWords = ({
  view: { sprint, ledger, period, today },
  work,
}: Pick<Review, 'view' | 'work'>): { readonly label: string; readonly unknown: readonly string[] } => {
  const missed = work?.mayMissRemoved ? [MAY_MISS_REMOVED] : [];
  if (period) {
    const isOver = period.end < today;
    return {
      label: isOver ? 'Rebuilt from the histories of issues' : 'Running: read as it is now',
      unknown: [...(isOver ? [TAGS_OF_TODAY] : []), GONE, ...missed],
    };
  }
  if (ledger?.state === 'closed') {
    return {
      label: `Frozen when the sprint closed on ${formatDay(ledger.closedAt)}`,
      unknown: [...(ledger.startWasFrozen ? [] : [START_REBUILT]), UNSEEN, ...missed],
    };
  }
  if (sprint?.state === 'future') return { label: 'Not started: read as it is planned now', unknown: [] };
  const startUnknown = ledger ? [] : [TAGS_AT_START];
  if (sprint?.state === 'active') {
    return { label: 'Running: read as it is now', unknown: [...startUnknown, LEFT_AGAIN, ...missed] };
  }
  const isKept = ledger !== null && sprint !== null && closedOn(sprint) >= addDays(today, -1);
  const label = isKept
    ? 'Closed just now and being written down: read from histories until then'
    : 'Rebuilt from histories';
  return { label, unknown: [TAGS_OF_TODAY, COLUMNS_OF_TODAY, GONE, ...missed] };
};

const closedOn = ({ completeDate, endDate }: NonNullable<SprintReviewView['sprint']>): string =>
  (completeDate ?? endDate ?? '').slice(0, 10);

const TAGS_OF_TODAY = 'Tags as they were: the work counts for what its issues are tagged with today.';
const COLUMNS_OF_TODAY =
  'Columns as they were: done is what stands in the last column of the board as it is today.';
const UNSEEN =
  'Work of other projects that joined and left again, and what joined and was deleted before the close.';
const TAGS_AT_START = 'Tags at the start: nobody wrote them down then.';
const GONE = 'Issues that were deleted since, or that left for where no search of yours finds them.';
const LEFT_AGAIN = 'Work that joined and left again: it is counted once the sprint is closed.';
const START_REBUILT =
  'What was in it at the start was rebuilt from histories, so the tags of that day are not known.';
const MAY_MISS_REMOVED =
  'All that left: more has changed since the start than is looked through, so some removed work may be missing.';
