import Button from '@atlaskit/button/new';
import { useEffect, type ReactNode } from 'react';
import { PanelSkeleton } from './panel-skeleton';
import type { PoolId } from './pools';
import { useTree } from './tree-context';
import type { TreeIssue } from './tree-issue';
import styles from './tree.module.css';
import { poolIn } from './work-state';

/** Loads all of a pool because something in it was opened, and shows it when it is there. */
export const WholePool = ({
  id,
  children,
}: {
  readonly id: PoolId;
  readonly children: (issues: readonly TreeIssue[]) => ReactNode;
}) => {
  const { work, store } = useTree();
  const pool = poolIn(work, id);
  const { state } = pool;
  useEffect(() => {
    // Only opening asks for everything: after "Stop" the person decides.
    void store.loadAll(id);
  }, [store, id, state]);

  if (pool.state === 'complete') return children(pool.issues);
  if (pool.state === 'error') return null;
  if (pool.state === 'partial' && pool.loaded === null) {
    if (pool.problem) return null;
    return (
      <p className={styles.loading}>
        <Button spacing="compact" onClick={() => void store.loadAll(id)}>
          Load all work
        </Button>
      </p>
    );
  }
  return <PanelSkeleton />;
};
