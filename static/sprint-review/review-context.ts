import { createContext, useContext } from 'react';
import type { SprintReviewView } from '../../src/contract/sprint-review';
import type { IntentPlace } from '../../src/domain/sprint-intent';
import type { SprintSpan } from '../../src/domain/sprint-movement';
import type { IssueWordsStore } from './issue-words';
import type { ReviewForms } from './review-forms';

/** What every part of a review may need. */
export type ReviewPlace = {
  readonly view: SprintReviewView;
  readonly place: IntentPlace | null;
  readonly span: SprintSpan | null;
  readonly words: IssueWordsStore;
  /** Whether the status that an issue has today is the one that counted. */
  readonly hasStatus: boolean;
  /** Whether the work is still being read. */
  readonly isReading: boolean;
  /** Whether what comes first is on the screen. */
  readonly isPainted: boolean;
  /** Shows what was saved. */
  readonly change: (next: (view: SprintReviewView) => SprintReviewView) => void;
  /** What is typed, here and in reviews that were left. */
  readonly forms: ReviewForms;
  /** Reads what is shown again, where nobody knows whether it is still so. */
  readonly readAgain: () => void;
};

export const ReviewContext = createContext<ReviewPlace | null>(null);

export const useReviewPlace = (): ReviewPlace => {
  const place = useContext(ReviewContext);
  if (!place) throw new Error('This part stands outside of a review.');
  return place;
};
