import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import { formatNumber } from '../shared/format';
import { ProblemMessage } from '../shared/problem-message';
import { counted } from '../shared/sprint-words';
import { Announcement } from '../shared/announcement';
import type { DatedSprint } from './cycle-sprints';
import styles from './history.module.css';
import type { Rebuilds, RebuildStore } from './rebuild-store';

/** Offers to rebuild sprints of which nothing was written down, and tells how far that is and what it cannot tell. */
export const RebuildPanel = ({
  sprints,
  rebuilds: { sums, run },
  store,
}: {
  /** Those of which nothing was written down. */
  readonly sprints: readonly DatedSprint[];
  readonly rebuilds: Rebuilds;
  readonly store: RebuildStore;
}) => {
  if (sprints.length === 0) return null;
  const left = sprints.filter(({ id }) => !sums.has(id)).length;
  const known = sprints.length - left;
  const isGoing = run?.isGoing ?? false;
  const start = (): void => void store.start(sprints);
  const action = actionOf(isGoing, known, left);
  const mayMiss = sprints.some(({ id }) => sums.get(id)?.mayMissRemoved);
  return (
    <div className={styles.rebuild} role="group" aria-label="Rebuilding">
      {run && isGoing ? (
        <>
          <p>{`Rebuilding: ${run.done} of ${counted(run.total, 'sprint')}, ${counted(run.issues, 'issue')} read. It goes on while you work elsewhere on this page.`}</p>
          <div className={styles.bar}>
            <ProgressBar ariaLabel="Sprints rebuilt" value={run.total === 0 ? 0 : run.done / run.total} />
          </div>
        </>
      ) : (
        <p>
          {left > 0 && `${counted(left, 'sprint')} without frozen figures. `}
          {known > 0 && `${formatNumber(known)} of ${counted(sprints.length, 'sprint')} rebuilt.`}
        </p>
      )}
      <Button
        spacing="compact"
        onClick={() => {
          if (isGoing) return store.stop();
          if (left === 0) store.forget(sprints);
          start();
        }}
      >
        {action}
      </Button>
      <Announcement>{saidOf(isGoing, known, left)}</Announcement>
      {run?.problem && <ProblemMessage problem={run.problem} onRetry={start} />}
      {known > 0 && (
        <p className={styles.quiet}>
          Rebuilt sprints are told afterwards, from the histories of the issues that you may see and by the
          tags of today. Deleted issues and the tags of then cannot be known
          {mayMiss && ', nor, where much has changed since, all work that left a sprint'}.
        </p>
      )}
    </div>
  );
};

/** One button for all of it, so that the focus stays where it is. */
const actionOf = (isGoing: boolean, known: number, left: number): string => {
  if (isGoing) return 'Stop';
  if (left === 0) return 'Rebuild again';
  return known === 0
    ? `Rebuild ${counted(left, 'sprint')} from their histories`
    : `Go on with the other ${left}`;
};

const saidOf = (isGoing: boolean, known: number, left: number): string => {
  if (isGoing) return 'Rebuilding';
  return known === 0 ? '' : left === 0 ? 'All sprints are rebuilt' : `Stopped: ${left} not rebuilt yet`;
};
