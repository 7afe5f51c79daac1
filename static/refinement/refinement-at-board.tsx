import { ProblemMessage } from '../shared/problem-message';
import { useLoadable } from '../shared/use-loadable';
import { readPlace } from './queries';
import { Refinement } from './refinement';
import { RefinementSkeleton } from './refinement-skeleton';

/** The list as the menus of a backlog and of a board open it. */
export const RefinementAtBoard = () => {
  const { loadable, reload } = useLoadable(readPlace);
  if (loadable.state === 'loading') return <RefinementSkeleton title="Work without a key result" />;
  if (loadable.state === 'error') {
    return <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />;
  }
  return <Refinement {...loadable.value} />;
};
