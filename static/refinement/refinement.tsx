import { useCallback } from 'react';
import type { ProjectId } from '../../src/domain/ids';
import { ProblemMessage } from '../shared/problem-message';
import { useLoadable } from '../shared/use-loadable';
import { loadChoices } from './queries';

/** The work of a project that has no key result yet, and what can be done about it. */
export const Refinement = ({ projectId }: { readonly projectId: ProjectId }) => {
  const load = useCallback(() => loadChoices(projectId), [projectId]);
  const { loadable, reload } = useLoadable(load);
  if (loadable.state === 'error') {
    return <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />;
  }
  return <h1>Work without a key result</h1>;
};
