import { lazy, Suspense } from 'react';
import { formatPercent } from '../shared/format';
import styles from './card.module.css';
import { Conclusion } from './conclusion';
import { Delivery } from './delivery';
import { EarlierLearnings } from './earlier-learnings';
import { Intended } from './intended';
import { OutcomeFigures } from './outcome-figures';
import { useReviewPlace } from './review-context';
import type { Review, ReviewRow } from './review-model';

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
  const { work, span, isEstimated } = review;
  const { isPainted } = useReviewPlace();
  const later = <div className={styles.later} aria-hidden="true" />;
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
          {row.ofWork !== null && row.ofWork > 0 && ` · ${formatPercent(row.ofWork)} of the work`}
        </p>
      </div>
      <div className={styles.halves}>
        {row.movement && span && <OutcomeFigures row={row} movement={row.movement} />}
        <Delivery row={row} isKnown={work !== null} isEstimated={isEstimated} />
      </div>
      {row.intended && <Intended intended={row.intended} unit={keyResult.metric.unit} />}
      {work && <Conclusion row={row} />}
      {row.learned.length > 0 && <EarlierLearnings learned={row.learned} />}
      {isPainted ? (
        <Suspense fallback={later}>
          {work && <WorkLists lines={row.lines} />}
          {span && <CardActions row={row} />}
        </Suspense>
      ) : (
        later
      )}
    </article>
  );
};

const WorkLists = lazy(async () => ({ default: (await import('./work-lists')).WorkLists }));

/** What can be done about it comes after what there is to see, in a place that is kept for it. */
const CardActions = lazy(async () => ({ default: (await import('./card-actions')).CardActions }));
