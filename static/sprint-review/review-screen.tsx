import { lazy, Suspense, useMemo } from 'react';
import type { Problem } from '../../src/contract/outcome';
import { ProblemMessage } from '../shared/problem-message';
import { FocusTrend } from './focus-trend';
import type { IssueWordsStore } from './issue-words';
import type { KeptReviews } from './kept-reviews';
import { KeyResultList } from './key-result-list';
import { Message } from './message';
import { ReviewContext } from './review-context';
import { reviewOf, type Review } from './review-model';
import type { ReviewStore, ShownReview } from './review-store';
import styles from './review-screen.module.css';
import { ReviewSummary } from './review-summary';
import { SharesSkeleton } from './shares-skeleton';
import { SourceNote } from './source-note';
import { SprintNumbers } from './sprint-numbers';
import { usePainted } from './use-painted';

/** What one sprint or period did: what moved beside its work, and how the work was spread. */
export const ReviewScreen = ({
  boardId,
  shown,
  reviews: { change, forms },
  store,
  words,
}: {
  readonly boardId: number;
  readonly shown: ShownReview;
  readonly reviews: KeptReviews;
  readonly store: ReviewStore;
  readonly words: IssueWordsStore;
}) => {
  const { view, work, valuesProblem, freshness } = shown;
  const review = useMemo(
    () => reviewOf(view, boardId, work.state === 'ready' ? work.work : null),
    [view, boardId, work],
  );
  const { place, span } = review;
  const hasStatus = span === null || span.end === null;
  const isReading = work.state === 'reading';
  const isPainted = usePainted();
  const parts = useMemo(
    () => ({
      view,
      place,
      span,
      words,
      hasStatus,
      isReading,
      isPainted,
      change,
      forms,
      readAgain: () => void store.reload(),
    }),
    [view, place, span, words, hasStatus, isReading, isPainted, change, forms, store],
  );
  const missing = (what: string, problem: Problem) => (
    <ProblemMessage
      problem={{ ...problem, message: `${what} not available just now. ${problem.message}` }}
      onRetry={() => void store.reload()}
    />
  );
  if (place === null) {
    return (
      <Message title="No sprint has been started yet">
        Start a sprint on this board, or choose a planned one above to see how its work is spread over key
        results.
      </Message>
    );
  }
  return (
    <ReviewContext.Provider value={parts}>
      <SourceNote review={review} />
      <ReviewSummary
        review={review}
        hasValues={valuesProblem === null}
        work={work}
        freshness={freshness}
        onRefresh={store.reload}
      />
      {work.state !== 'error' && <SprintNumbers review={review} />}
      <div className={styles.columns}>
        {valuesProblem ? missing('The key results are', valuesProblem) : <KeyResultList review={review} />}
        {work.state === 'error' ? (
          missing(`The work of this ${nounOf(review)} is`, work.problem)
        ) : (
          <Spread review={review} isPainted={isPainted} />
        )}
      </div>
      <FocusTrend boardId={boardId} view={view} />
    </ReviewContext.Provider>
  );
};

const Spread = ({
  review: { shares, isEstimated, place },
  isPainted,
}: {
  readonly review: Review;
  readonly isPainted: boolean;
}) =>
  shares && isPainted ? (
    <Suspense fallback={<SharesSkeleton />}>
      <ShareSummary shares={shares} estimated={isEstimated} noun={nounOf({ place })} />
    </Suspense>
  ) : (
    <SharesSkeleton />
  );

const ShareSummary = lazy(async () => ({ default: (await import('./share-summary')).ShareSummary }));

const nounOf = ({ place }: Pick<Review, 'place'>): string => (place?.kind === 'period' ? 'period' : 'sprint');
