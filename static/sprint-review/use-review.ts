import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useChangesElsewhere } from '../shared/use-changes-elsewhere';
import type { IssueWordsStore } from './issue-words';
import { openReview, type OpenReview, type ReviewedBoard } from './open-review';
import type { ReviewChoice } from './review-choice';
import type { ReviewState, ReviewStore } from './review-store';

/** The review of one sprint or period: read when it is first shown and whenever another one is chosen. */
export const useReview = (
  { boardId, projectId }: ReviewedBoard,
  choice: ReviewChoice,
  /** One that is being read already, of what is chosen at first. */
  begun: OpenReview | null,
): {
  readonly review: ReviewState;
  readonly store: ReviewStore;
  readonly words: IssueWordsStore;
} => {
  const { store, words } = useMemo(
    () => (begun?.choice === choice ? begun : openReview({ boardId, projectId }, choice)),
    [boardId, projectId, choice, begun],
  );
  const { review } = useSyncExternalStore(store.subscribe, store.get);
  useEffect(() => {
    if (store !== begun?.store) void store.reload();
    return store.leave;
  }, [store, begun]);
  useChangesElsewhere(() => void store.reload());
  return { review, store, words };
};
