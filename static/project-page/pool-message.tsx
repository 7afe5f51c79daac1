import Button from '@atlaskit/button/new';
import { formatNumber } from '../../src/domain/figure-words';
import { ProblemMessage } from '../shared/problem-message';
import type { PoolId } from './pools';
import { useTree } from './tree-context';
import styles from './tree.module.css';
import { poolIn } from './work-state';

/** What stands in the way of exact figures: a problem, or how far loading is. */
export const PoolMessage = ({ id }: { readonly id: PoolId }) => {
  const { work, store } = useTree();
  const pool = poolIn(work, id);
  if (pool.state === 'error') {
    // Said once, above, when nothing of the work could be read.
    if (work.problem !== null) return null;
    return <ProblemMessage problem={pool.problem} onRetry={() => void store.refresh()} />;
  }
  if (pool.state !== 'partial') return null;
  if (pool.loaded === null) {
    return pool.problem ? (
      <ProblemMessage problem={pool.problem} onRetry={() => void store.loadAll(id)} />
    ) : null;
  }
  return (
    <p className={styles.loading} role="status">
      {formatNumber(pool.loaded)} of ≈ {formatNumber(pool.counts.total)} issues loaded
      <Button spacing="compact" appearance="subtle" onClick={() => store.stop(id)}>
        Stop
      </Button>
    </p>
  );
};
