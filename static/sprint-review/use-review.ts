import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useChangesElsewhere } from '../shared/use-changes-elsewhere';
import type { IssueWordsStore } from './issue-words';
import type { KeptReviews } from './kept-reviews';
import type { ReviewedBoard } from './open-review';
import type { ReviewChoice } from './review-choice';
import type { ReviewState, ReviewStore } from './review-store';

/** The review of one sprint or period: read when it comes on the screen, and whenever another one is chosen. */
export const useReview = (
  { boardId, projectId }: ReviewedBoard,
  choice: ReviewChoice,
  reviews: KeptReviews,
): {
  readonly review: ReviewState;
  readonly store: ReviewStore;
  readonly words: IssueWordsStore;
} => {
  const open = useMemo(
    () => reviews.of({ boardId, projectId }, choice),
    [boardId, projectId, choice, reviews],
  );
  const { store, words } = open;
  const { review } = useSyncExternalStore(store.subscribe, store.get);
  useEffect(() => reviews.show(open), [reviews, open]);
  useChangesElsewhere(() => void store.reload());
  return { review, store, words };
};
