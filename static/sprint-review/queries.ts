import type { Outcome } from '../../src/contract/outcome';
import type { CheckedIn, CheckInPayload } from '../../src/contract/project-page';
import type { IntentSaved, SaveSprintIntent } from '../../src/contract/sprint-planning';
import type {
  ContinueIntent,
  IntentContinued,
  LoadSprintReview,
  ReviewedKeyResults,
  SaveVerdict,
  SprintReviewView,
  VerdictSaved,
} from '../../src/contract/sprint-review';
import type { KeyResultId } from '../../src/domain/ids';
import { invokeProjectPage, invokeSprintPlanning, invokeSprintReview } from '../shared/invoke';
import { saved, unwrap } from '../shared/loading';

/** All that the app knows of a sprint or period, in one call. */
export const loadReview = async (payload: LoadSprintReview): Promise<SprintReviewView> =>
  unwrap(await invokeSprintReview('loadSprintReview', payload));

/** Key results that the work serves and the first call could not know; of very many the first so many. */
export const loadKeyResults = async (ids: readonly KeyResultId[]): Promise<ReviewedKeyResults> =>
  unwrap(
    await invokeSprintReview('loadReviewedKeyResults', { keyResultIds: ids.slice(0, MOST_KEY_RESULTS) }),
  );

const MOST_KEY_RESULTS = 100;

export const saveVerdict = (payload: SaveVerdict): Promise<Outcome<VerdictSaved>> =>
  saved(invokeSprintReview('saveVerdict', payload));

export const continueIntent = (payload: ContinueIntent): Promise<Outcome<IntentContinued>> =>
  saved(invokeSprintReview('continueIntent', payload));

export const saveIntent = (payload: SaveSprintIntent): Promise<Outcome<IntentSaved>> =>
  saved(invokeSprintPlanning('saveSprintIntent', payload));

export const checkIn = (payload: CheckInPayload): Promise<Outcome<CheckedIn>> =>
  saved(invokeProjectPage('checkIn', payload));
