import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import { useSyncExternalStore } from 'react';
import { Announcement } from '../shared/announcement';
import { ProblemMessage } from '../shared/problem-message';
import type { DatedSprint } from './cycle-sprints';
import styles from './history.module.css';
import type { RebuildStore } from './rebuild-store';
import { rebuildWords } from './rebuild-words';

/** Offers to rebuild sprints of which nothing is frozen, and tells how far that is and what it cannot tell. */
export const RebuildPanel = ({
  sprints,
  store,
}: {
  /** Those of which nothing is frozen. */
  readonly sprints: readonly DatedSprint[];
  readonly store: RebuildStore;
}) => {
  const { sums, run } = useSyncExternalStore(store.subscribe, store.get);
  if (sprints.length === 0) return null;
  const left = sprints.filter(({ id }) => !sums.has(id)).length;
  const { state, action, announcement } = rebuildWords(sprints, left, run);
  const mayMiss = sprints.some(({ id }) => sums.get(id)?.mayMissRemoved);
  const start = (): void => void store.start(sprints);
  return (
    <div className={styles.rebuild} role="group" aria-label="Rebuilding">
      <p>{state}</p>
      {run?.isGoing && (
        <div className={styles.bar}>
          <ProgressBar ariaLabel="Sprints rebuilt" value={run.total === 0 ? 0 : run.done / run.total} />
        </div>
      )}
      {/* One button for all of it, so that the focus stays where it is. */}
      <Button
        spacing="compact"
        onClick={() => {
          if (run?.isGoing) return store.stop();
          if (left === 0) store.forget(sprints);
          start();
        }}
      >
        {action}
      </Button>
      <Announcement>{announcement}</Announcement>
      {run?.problem && <ProblemMessage problem={run.problem} onRetry={start} />}
      {left < sprints.length && (
        <p className={styles.quiet}>
          Rebuilt sprints are told afterwards, from the histories of the issues that you may see and by the
          tags of today. Deleted issues and the tags of then cannot be known
          {mayMiss && ', nor, where much has changed since, all work that left a sprint'}.
        </p>
      )}
    </div>
  );
};
