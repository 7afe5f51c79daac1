import Button from '@atlaskit/button/new';
import { useCallback } from 'react';
import type { CheckInView, KeyResultView } from '../../src/contract/views';
import { inOrder } from '../../src/domain/check-in';
import { useLoadable } from '../shared/use-loadable';
import { ProblemMessage } from '../shared/problem-message';
import { useCheckInNews, withCheckInNews } from './check-in-news';
import { CheckInTable } from './check-in-table';
import { HistoryChart } from './history-chart';
import styles from './history.module.css';
import { PanelSkeleton } from './panel-skeleton';
import { loadHistory } from './queries';

/** How a key result's value came to be what it is: a chart, and behind it every check-in. */
export const History = ({
  keyResult,
  onClose,
}: {
  readonly keyResult: KeyResultView;
  readonly onClose: () => void;
}) => {
  const { id, title } = keyResult;
  const load = useCallback(async () => withCheckInNews(id, (await loadHistory(id)).checkIns), [id]);
  const { loadable, reload, set } = useLoadable<readonly CheckInView[]>(load);
  useCheckInNews((saved) => {
    if (saved.keyResultId !== id || loadable.state !== 'ready') return;
    set(inOrder([...loadable.value.filter((one) => one.id !== saved.id), saved]));
  });
  return (
    <section className={styles.panel} aria-label={`History of ${title}`}>
      <div className={styles.head}>
        <p className={styles.heading}>History</p>
        <Button appearance="subtle" spacing="compact" onClick={onClose}>
          Close
        </Button>
      </div>
      {loadable.state === 'loading' && <PanelSkeleton />}
      {loadable.state === 'error' && (
        <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />
      )}
      {loadable.state === 'ready' && (
        <>
          <HistoryChart keyResult={keyResult} checkIns={loadable.value} />
          <CheckInTable checkIns={loadable.value} unit={keyResult.metric.unit} />
        </>
      )}
    </section>
  );
};
