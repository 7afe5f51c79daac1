import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ProjectId } from '../../src/domain/ids';
import { ProblemMessage } from '../shared/problem-message';
import { useLoadable } from '../shared/use-loadable';
import { useReturn } from '../shared/use-return';
import { createRefinement } from './queries';
import { ReadyRefinement } from './ready-refinement';
import styles from './refinement.module.css';
import { RefinementSkeleton } from './refinement-skeleton';

/** The work of a project that has no key result yet, and what can be done about it. */
export const Refinement = ({
  projectId,
  boardId = null,
}: {
  readonly projectId: ProjectId;
  /** The board it was opened from: its sprints may hold other projects' work. */
  readonly boardId?: number | null;
}) => {
  const session = useMemo(() => createRefinement(projectId, boardId), [projectId, boardId]);
  const state = useSyncExternalStore(session.list.subscribe, session.list.get);
  const view = useLoadable(session.loadView);
  const { reload } = view;
  useEffect(() => void session.list.load(), [session]);
  const refresh = useCallback(async () => {
    await Promise.all([session.list.load(), reload()]);
  }, [session, reload]);
  useReturn(useCallback(() => void refresh(), [refresh]));

  const problem = state.problem ?? (view.loadable.state === 'error' ? view.loadable.problem : null);
  if (problem !== null) {
    return (
      <div className={styles.page}>
        <h1 className={styles.title}>{TITLE}</h1>
        <ProblemMessage problem={problem} onRetry={() => void refresh()} />
      </div>
    );
  }
  if (view.loadable.state !== 'ready' || state.freshness === null)
    return <RefinementSkeleton title={TITLE} />;
  return (
    <ReadyRefinement
      title={TITLE}
      isInDialog={boardId !== null}
      projectId={projectId}
      view={view.loadable.value}
      state={state}
      freshness={state.freshness}
      session={session}
      onRefresh={refresh}
    />
  );
};

const TITLE = 'Work without a key result';
