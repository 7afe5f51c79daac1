import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ReviewConfig } from './config';
import { createIssueWords, type IssueWordsStore } from './issue-words';
import { loadKeyResults, loadReview } from './queries';
import { loadOf, type ReviewChoice } from './review-choice';
import { createReviewStore, type ReviewState, type ReviewStore } from './review-store';

/** The review of one sprint or period: read when it is first shown and whenever another one is chosen. */
export const useReview = (
  config: ReviewConfig,
  choice: ReviewChoice,
): {
  readonly review: ReviewState;
  readonly store: ReviewStore;
  readonly words: IssueWordsStore;
} => {
  const { store, words } = useMemo(() => createReview(config, choice), [config, choice]);
  const { review } = useSyncExternalStore(store.subscribe, store.get);
  useEffect(() => {
    void store.reload();
    return store.leave;
  }, [store]);
  return { review, store, words };
};

const createReview = (config: ReviewConfig, choice: ReviewChoice) => {
  const { boardId } = config;
  const words = createIssueWords(async (ids) => (await asViewer()).readIssueWords(ids));
  const store = createReviewStore({
    loadView: () => loadReview(loadOf(config, choice)),
    readWork: async (view, onIssues) => {
      const read = await (await asViewer()).readLiveWork(boardId, view, onIssues);
      words.keep(read.words);
      return read.work;
    },
    loadKeyResults,
    findSprint: async () =>
      (await asViewer()).findSprintAlone({
        ...config,
        sprintId: choice.kind === 'sprint' ? choice.sprintId : null,
      }),
  });
  return { store, words };
};

/** What a frozen review has no need of comes when it is needed. */
const asViewer = () => import('./as-viewer');
