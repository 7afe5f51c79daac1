import type { SprintReviewView } from '../../src/contract/sprint-review';
import { openReview, type OpenReview, type ReviewedBoard } from './open-review';
import type { ReviewChoice } from './review-choice';
import { createReviewForms, type ReviewForms } from './review-forms';

/** The reviews that were opened: who comes back to one finds what was known of it, and what was typed in any. */
export type KeptReviews = {
  readonly of: (board: ReviewedBoard, choice: ReviewChoice) => OpenReview;
  /** Reads a review that comes on the screen, unless it is being read already. Answers how it is left. */
  readonly show: (review: OpenReview) => () => void;
  /** Shows what was saved in the review that is on the screen; others are read anew when they come back. */
  readonly change: (next: (view: SprintReviewView) => SprintReviewView) => void;
  readonly forms: ReviewForms;
};

/** @param begun - One that is being read already. */
export const keepReviews = (begun: OpenReview | null): KeptReviews => {
  const kept = new Map<string, OpenReview>();
  if (begun) kept.set(keyOf(begun.board, begun.choice), begun);
  let shown = begun;
  return {
    of: (board, choice) => {
      const key = keyOf(board, choice);
      const review = kept.get(key) ?? openReview(board, choice);
      kept.set(key, review);
      return review;
    },
    show: (review) => {
      shown = review;
      void review.store.enter();
      return review.store.leave;
    },
    change: (next) => shown?.store.change(next),
    forms: createReviewForms(),
  };
};

const keyOf = ({ boardId, projectId }: ReviewedBoard, choice: ReviewChoice): string =>
  JSON.stringify([
    boardId,
    projectId,
    choice.kind,
    choice.kind === 'sprint' ? choice.sprintId : choice.start,
  ]);
