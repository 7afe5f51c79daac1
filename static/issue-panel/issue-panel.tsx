import { ProblemMessage } from '../shared/problem-message';
import { LoadingPanel } from './loading-panel';
import { ReadyPanel } from './ready-panel';
import { usePanel } from './use-panel';

/** What an issue serves, in its issue view. */
export const IssuePanel = () => {
  const { state, done, actions } = usePanel();
  const { loadable } = state;
  switch (loadable.state) {
    case 'loading':
      return <LoadingPanel />;
    case 'error':
      return <ProblemMessage problem={loadable.problem} onRetry={actions.load} />;
    case 'ready':
      return <ReadyPanel panel={loadable.value} state={state} done={done} actions={actions} />;
  }
};
