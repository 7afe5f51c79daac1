import { formatDay, formatNumber } from '../../../src/domain/figure-words';
import { counted } from '../../shared/sprint-words';
import type { PlaceFacts } from '../export/place-facts';
import type { Review } from '../review-model';
import { summaryWords } from '../summary-words';
import { sumWords } from '../sum-words';
import styles from './slide.module.css';

/** A sprint in one sentence and in numbers. */
export const OverviewSlide = ({
  title,
  review,
  facts: { board, start, end, goal, source, unknown },
  hasValues,
}: {
  readonly title: string;
  readonly review: Review;
  readonly facts: PlaceFacts;
  readonly hasValues: boolean;
}) => {
  const { sums, isEstimated } = review;
  const days = start && end ? `${formatDay(start)} to ${formatDay(end)}` : '';
  return (
    <>
      <p className={styles.above}>{[board, days].filter((part) => part !== '').join(' · ')}</p>
      <h1>{title}</h1>
      {goal !== '' && <p className={styles.said}>{goal}</p>}
      <p className={styles.lead}>{summaryWords(review, hasValues)}</p>
      {sums && (
        <dl className={styles.numbers}>
          {sumWords(review).map(({ part, name }) => {
            const { items, points } = sums[part];
            return (
              <div key={part}>
                <dt>{name}</dt>
                <dd className={styles.number}>{formatNumber(isEstimated ? points : items)}</dd>
                <dd className={styles.small}>
                  {isEstimated ? `points, ${counted(items, 'item')}` : items === 1 ? 'item' : 'items'}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
      <p className={styles.small}>
        {source}
        {unknown.length > 0 && `. Cannot be known: ${unknown.join(' ')}`}
      </p>
    </>
  );
};
