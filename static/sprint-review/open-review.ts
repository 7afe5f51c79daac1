import type { ReviewConfig } from './config';
import { createIssueWords, type IssueWordsStore } from './issue-words';
import { loadKeyResults, loadReview } from './queries';
import { loadOf, type ReviewChoice } from './review-choice';
import { createReviewStore, type ReviewStore } from './review-store';

/** Whose sprint or period is reviewed. */
export type ReviewedBoard = Pick<ReviewConfig, 'boardId' | 'projectId'>;

/** The review of one sprint or period, and what its issues are called. */
export type OpenReview = {
  readonly board: ReviewedBoard;
  readonly choice: ReviewChoice;
  readonly store: ReviewStore;
  readonly words: IssueWordsStore;
};

/** A review that nobody has read yet. */
export const openReview = (board: ReviewedBoard, choice: ReviewChoice): OpenReview => {
  const { boardId } = board;
  const words = createIssueWords(async (ids) => (await asViewer()).readIssueWords(ids));
  const store = createReviewStore({
    loadView: () => loadReview(loadOf(board, choice)),
    readWork: async (view, onIssues) => {
      const read = await (await asViewer()).readLiveWork(boardId, view, onIssues);
      words.keep(read.words);
      return read.work;
    },
    loadKeyResults,
    findSprint: async () =>
      (await asViewer()).findSprintAlone({
        ...board,
        sprintId: choice.kind === 'sprint' ? choice.sprintId : null,
      }),
  });
  return { board, choice, store, words };
};

/** What a frozen review has no need of comes when it is needed. */
const asViewer = () => import('./as-viewer');
