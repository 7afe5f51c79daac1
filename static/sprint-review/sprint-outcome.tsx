import { useCallback, useRef, useState } from 'react';
import { failure } from '../../src/contract/outcome';
import { spanOf } from '../../src/domain/sprint-movement';
import type { Sprint } from '../../src/jira/boards';
import { AsOf } from '../shared/as-of';
import type { Freshness } from '../shared/reading';
import { unwrap } from '../shared/loading';
import { useLoadable } from '../shared/use-loadable';
import { ProblemMessage } from '../shared/problem-message';
import { KeyResultList } from './key-result-list';
import { readReview, type LoadedReview, type ReviewBoard } from './queries';
import { reviewRows } from './review-rows';
import { OutcomeSkeleton } from './review-skeleton';
import { ReviewSummary } from './review-summary';
import { ShareSummary } from './share-summary';
import { sharesOf } from './shares';
import { isEstimated } from '../shared/sprint-work';
import styles from './sprint-outcome.module.css';

/** What one sprint did: the movement of key results beside its work, and how the work was spread. */
export const SprintOutcome = ({
  board,
  sprint,
}: {
  readonly board: ReviewBoard;
  readonly sprint: Sprint;
}) => {
  const [loaded, setLoaded] = useState(0);
  const isWhole = useRef(false);
  const load = useCallback(async (): Promise<LoadedReview> => {
    const review = await readReview(board, sprint, setLoaded);
    // What was known in whole stays rather than giving way to a part.
    if (isWhole.current && review.problem !== null) unwrap(failure(review.problem));
    isWhole.current = review.problem === null;
    return review;
  }, [board, sprint]);
  const { loadable, freshness, reload } = useLoadable(load);

  if (loadable.state === 'error') {
    return <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />;
  }
  if (loadable.state === 'loading' || freshness === null) return <OutcomeSkeleton loadedIssues={loaded} />;
  return <Outcome review={loadable.value} sprint={sprint} freshness={freshness} onRefresh={reload} />;
};

const Outcome = ({
  review: { work, view, problem },
  sprint,
  freshness,
  onRefresh,
}: {
  readonly review: LoadedReview;
  readonly sprint: Sprint;
  readonly freshness: Freshness;
  readonly onRefresh: () => Promise<void>;
}) => {
  const span = spanOf(sprint);
  const rows = view && reviewRows(work, view, span);
  const shares = work && sharesOf(work);
  const missing = (what: string) =>
    problem && (
      <ProblemMessage
        problem={{ ...problem, message: `${what} not available just now. ${problem.message}` }}
        onRetry={() => void onRefresh()}
      />
    );
  return (
    <>
      <ReviewSummary rows={rows} shares={shares} started={span !== null} onRefresh={onRefresh} />
      <AsOf freshness={freshness} />
      <div className={styles.columns}>
        {rows && view ? (
          <KeyResultList
            rows={rows}
            days={span && { start: span.start, now: span.end ?? view.today, closed: span.end !== null }}
            isWorkKnown={work !== null}
          />
        ) : (
          missing('The key results are')
        )}
        {shares && work ? (
          <ShareSummary shares={shares} estimated={isEstimated(work)} />
        ) : (
          missing('The work of this sprint is')
        )}
      </div>
    </>
  );
};
