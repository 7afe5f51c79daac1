import { lazy, Suspense, type ReactNode } from 'react';
import type { SprintReviewView } from '../../src/contract/sprint-review';
import type { KeyResultId } from '../../src/domain/ids';
import { formatPercent } from '../../src/domain/figure-words';
import styles from './card.module.css';
import { Conclusion } from './conclusion';
import { Delivery } from './delivery';
import { EarlierLearnings } from './earlier-learnings';
import { Intended } from './intended';
import { OutcomeFigures } from './outcome-figures';
import { useReviewPlace } from './review-context';
import { moved, type Review, type ReviewRow } from './review-model';
import { actionsOn } from './row-actions';
import { measureOfParts } from './shares';

/** One key result: what its value did, and apart from it what was finished for it; what was intended, and what it taught. */
export const KeyResultCard = ({
  row,
  review,
  owner,
}: {
  readonly row: ReviewRow;
  readonly review: Review;
  /** The owner's name, or `null` while it is not known or there is none. */
  readonly owner: string | null;
}) => {
  const { objective, keyResult, cycle } = row;
  const { work, span, isEstimated, shares } = review;
  const parts = useReviewPlace();
  const { isPainted, view } = parts;
  const may = actionsOn(row, parts);
  const hasActions = may.judge || may.checkIn || may.carryOn || row.verdict !== null;
  const isServed = work ? row.lines.length > 0 : servesAtStart(view, keyResult.id);
  // What the work gives to say comes with it.
  const mayJudgeLater = work === null && isServed && (view.mayPlan || keyResult.mayCheckIn);
  const headingId = `key-result-${keyResult.id}`;
  return (
    <article className={styles.card} aria-labelledby={headingId}>
      <div className={styles.header}>
        <p className={styles.small}>
          {objective.title}
          {objective.scope.type === 'company' && ' · company'}
          {cycle.state !== 'active' && ` · ${cycle.name} (${cycle.state})`}
        </p>
        <h3 id={headingId}>{keyResult.title}</h3>
        <p className={styles.small}>
          {keyResult.owner === null ? 'No owner' : `Owner${owner === null ? '' : `: ${owner}`}`}
          {(keyResult.archived || objective.archived) && ' · archived'}
          {row.ofWork !== null &&
            row.ofWork > 0 &&
            ` · ${formatPercent(row.ofWork)} of the ${shares ? measureOfParts(shares) : 'work'}`}
        </p>
      </div>
      <div className={styles.halves}>
        {row.movement && span && <OutcomeFigures row={row} movement={row.movement} />}
        <Delivery row={row} isKnown={work !== null} isEstimated={isEstimated} />
      </div>
      {row.intended && (
        <Intended intended={row.intended} unit={keyResult.metric.unit} hasStarted={span !== null} />
      )}
      {work && <Conclusion row={row} />}
      {work === null && view.ledger && !isServed && moved(row) && (
        <div className={styles.remark} aria-hidden="true" />
      )}
      {isServed && (
        <Later isTime={isPainted && work !== null} place={styles.lists}>
          <WorkLists lines={row.lines} />
        </Later>
      )}
      {row.learned.length > 0 && <EarlierLearnings learned={row.learned} />}
      {(hasActions || mayJudgeLater) && (
        <Later isTime={isPainted && hasActions} place={styles.actions}>
          <CardActions row={row} />
        </Later>
      )}
    </article>
  );
};

/** What comes after what there is to see, in a place that is kept for it. */
const Later = ({
  isTime,
  place,
  children,
}: {
  readonly isTime: boolean;
  readonly place: string | undefined;
  readonly children: ReactNode;
}) => {
  const kept = <div className={place} aria-hidden="true" />;
  return isTime ? <Suspense fallback={kept}>{children}</Suspense> : kept;
};

/** Whether work served it at the start, as far as that was written down: most of it still will when the work is read. */
const servesAtStart = ({ ledger }: SprintReviewView, id: KeyResultId): boolean =>
  ledger?.state === 'running' &&
  ledger.atStart.some(({ tag }) => tag?.state === 'tagged' && tag.keyResults.includes(id));

const WorkLists = lazy(async () => ({ default: (await import('./work-lists')).WorkLists }));

const CardActions = lazy(async () => ({ default: (await import('./card-actions')).CardActions }));
