import { useCallback, useState } from 'react';
import type { ProjectId } from '../../src/domain/ids';
import type { WsjfLevel } from '../../src/jira/wsjf';
import { ProblemMessage } from '../shared/problem-message';
import { useChangesElsewhere } from '../shared/use-changes-elsewhere';
import { useLoadable } from '../shared/use-loadable';
import { Controls } from './controls';
import { Formula } from './formula';
import { loadWork } from './queries';
import { Ranking } from './ranking';
import { useFigures } from './use-figures';
import styles from './wsjf.module.css';

/** What comes first: weighted shortest job first, with what the key results say. */
export const Wsjf = ({ projectId }: { readonly projectId: ProjectId }) => {
  const [level, setLevel] = useState<WsjfLevel>('stories');
  const [leftOut, setLeftOut] = useState(false);
  const [isPicture, setPicture] = useState(false);
  const { figures, store } = useFigures();
  const load = useCallback(async () => {
    const mark = store.mark();
    const work = await loadWork(projectId, level);
    store.loaded(mark);
    return work;
  }, [projectId, level, store]);
  const { loadable, freshness, reload } = useLoadable(load);
  useChangesElsewhere(() => void reload());

  return (
    <div className={styles.page}>
      <h1 className={styles.heading}>What comes first</h1>
      <Controls
        level={level}
        onLevel={setLevel}
        leftOut={leftOut}
        onLeftOut={setLeftOut}
        isPicture={isPicture}
        onPicture={setPicture}
        freshness={freshness}
        onRefresh={reload}
      />
      <Formula />
      {loadable.state === 'loading' && <Skeleton />}
      {loadable.state === 'error' && (
        <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />
      )}
      {loadable.state === 'ready' && (
        <Ranking
          work={loadable.value}
          level={level}
          leftOut={leftOut}
          isPicture={isPicture}
          figures={figures}
          store={store}
        />
      )}
    </div>
  );
};

const Skeleton = () => (
  <div aria-busy="true">
    <p className={styles.hidden} role="status">
      Loading
    </p>
    <div className={styles.strip} />
    {Array.from({ length: 8 }, (_, row) => (
      <div key={row} className={styles.rowSkeleton} />
    ))}
  </div>
);
