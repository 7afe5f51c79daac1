import Button from '@atlaskit/button/new';
import { useCallback } from 'react';
import type { CheckInView, KeyResultView } from '../../src/contract/views';
import { inOrder } from '../../src/domain/check-in';
import { ProblemMessage } from '../shared/problem-message';
import { useLoadable } from '../shared/use-loadable';
import { useCheckInNews, withCheckInNews } from './check-in-news';
import { HistoryView } from './history-view';
import styles from './history.module.css';
import { usePage } from './page-context';
import { PanelSkeleton } from './panel-skeleton';
import { loadHistory } from './queries';
import { rebuildsOf } from './rebuilding';
import { useSprintWork } from './use-sprint-work';

/** How a key result's value came to be what it is: its sprints with the work that served it, and every check-in. */
export const History = ({
  keyResult,
  onClose,
}: {
  readonly keyResult: KeyResultView;
  readonly onClose: () => void;
}) => {
  const { id, title } = keyResult;
  const { projectId, view } = usePage();
  const store = rebuildsOf(projectId, view.viewer);
  const load = useCallback(async () => withCheckInNews(id, (await loadHistory(id)).checkIns), [id]);
  const { loadable, reload, set } = useLoadable<readonly CheckInView[]>(load);
  const { loadable: work, reload: reloadWork, sprintProblem } = useSprintWork(id, store);
  useCheckInNews((saved) => {
    if (saved.keyResultId !== id || loadable.state !== 'ready') return;
    set(inOrder([...loadable.value.filter((one) => one.id !== saved.id), saved]));
  });
  const isLoading = work.state === 'loading' || (work.state === 'ready' && work.value === null);
  return (
    <section className={styles.panel} aria-label={`History of ${title}`}>
      <div className={styles.head}>
        <p className={styles.heading}>History</p>
        <Button appearance="subtle" spacing="compact" onClick={onClose}>
          Close
        </Button>
      </div>
      {loadable.state === 'error' && (
        <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />
      )}
      {work.state === 'error' && <ProblemMessage problem={work.problem} onRetry={() => void reloadWork()} />}
      {sprintProblem && <ProblemMessage problem={sprintProblem} />}
      {loadable.state !== 'error' && (loadable.state === 'loading' || isLoading) && <PanelSkeleton />}
      {loadable.state === 'ready' && !isLoading && (
        <HistoryView
          keyResult={keyResult}
          checkIns={loadable.value}
          known={work.state === 'ready' ? work.value : null}
          store={store}
        />
      )}
    </section>
  );
};
