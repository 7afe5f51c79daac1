import { useCallback, useState } from 'react';
import { spanOf } from '../../src/domain/sprint-movement';
import type { Sprint } from '../../src/jira/boards';
import { useLoadable } from '../shared/use-loadable';
import { ProblemMessage } from '../shared/problem-message';
import { KeyResultList } from './key-result-list';
import { readReview, type LoadedReview, type ReviewBoard } from './queries';
import { reviewRows } from './review-rows';
import { OutcomeSkeleton } from './review-skeleton';
import { ReviewSummary } from './review-summary';
import { ShareSummary } from './share-summary';
import { sharesOf } from './shares';
import { isEstimated } from './sprint-work';
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
  const load = useCallback(() => readReview(board, sprint, setLoaded), [board, sprint]);
  const { loadable, reload } = useLoadable(load);

  if (loadable.state === 'loading') return <OutcomeSkeleton loadedIssues={loaded} />;
  if (loadable.state === 'error') {
    return <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />;
  }
  return <Outcome review={loadable.value} sprint={sprint} onRefresh={reload} />;
};

const Outcome = ({
  review: { work, view },
  sprint,
  onRefresh,
}: {
  readonly review: LoadedReview;
  readonly sprint: Sprint;
  readonly onRefresh: () => Promise<void>;
}) => {
  const span = spanOf(sprint);
  const rows = reviewRows(work, view, span);
  const shares = sharesOf(work);
  return (
    <>
      <ReviewSummary rows={rows} shares={shares} started={span !== null} onRefresh={onRefresh} />
      <div className={styles.columns}>
        <KeyResultList
          rows={rows}
          days={span && { start: span.start, now: span.end ?? view.today, closed: span.end !== null }}
        />
        <ShareSummary shares={shares} estimated={isEstimated(work)} />
      </div>
    </>
  );
};
