import hidden from '../shared/visually-hidden.module.css';
import { ProblemMessage } from '../shared/problem-message';
import styles from './issue-panel.module.css';
import { LoadingPanel } from './loading-panel';
import { ReadyPanel } from './ready-panel';
import { usePanel } from './use-panel';

/** What an issue serves, in its issue view. */
export const IssuePanel = () => {
  const panel = usePanel();
  return (
    <div className={styles.panel} aria-busy={panel.state.loadable.state === 'loading'}>
      <h1 className={hidden.hidden}>Key results</h1>
      <Content {...panel} />
    </div>
  );
};

const Content = ({ state, reach, done, actions }: ReturnType<typeof usePanel>) => {
  const { loadable } = state;
  switch (loadable.state) {
    case 'loading':
      return <LoadingPanel />;
    case 'error':
      return <ProblemMessage problem={loadable.problem} onRetry={actions.load} />;
    case 'ready':
      return <ReadyPanel panel={loadable.value} state={state} reach={reach} done={done} actions={actions} />;
  }
};
