import { useCallback } from 'react';
import type { ProjectId } from '../../src/domain/ids';
import { readFirstContext } from '../shared/platform';
import { ProblemMessage } from '../shared/problem-message';
import { useLoadable } from '../shared/use-loadable';
import styles from './page.module.css';
import { PageSkeleton } from './page-skeleton';
import type { PartScreen } from './parts';
import { projectIn } from './project-in';

/** A part whose code is fetched when it is first opened. */
export const LaterScreen = ({
  name,
  load,
}: {
  readonly name: string;
  readonly load: () => Promise<PartScreen>;
}) => {
  const fetchAll = useCallback(async (): Promise<{
    readonly Screen: PartScreen;
    readonly projectId: ProjectId;
  }> => {
    const [Screen, projectId] = await Promise.all([load(), readFirstContext().then(projectIn)]);
    return { Screen, projectId };
  }, [load]);
  const { loadable, reload } = useLoadable(fetchAll);
  if (loadable.state === 'loading') return <PageSkeleton title={name} />;
  if (loadable.state === 'error') {
    return (
      <div className={styles.page}>
        <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />
      </div>
    );
  }
  const { Screen, projectId } = loadable.value;
  return <Screen projectId={projectId} />;
};
