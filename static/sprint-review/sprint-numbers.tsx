import { reestimatedBy, type Amount, type LedgerSums } from '../../src/domain/ledger-sums';
import { formatChange, formatNumber } from '../../src/domain/figure-words';
import { counted } from '../shared/sprint-words';
import type { Review } from './review-model';
import styles from './sprint-numbers.module.css';
import { sumWords } from './sum-words';

/** What came into a sprint and what became of it, in points and items. Places are kept while the work is read. */
export const SprintNumbers = ({ review }: { readonly review: Review }) => {
  const { sums, isEstimated, place } = review;
  const title = place?.kind === 'period' ? 'The period in numbers' : 'The sprint in numbers';
  return (
    <div className={styles.numbers} role="group" aria-label={title} aria-busy={sums === null}>
      <h2>{title}</h2>
      <dl>
        {sumWords(review).map(({ part, name, about }) => (
          <div key={part}>
            <dt>{name}</dt>
            {sums ? <Figures amount={sums[part]} isEstimated={isEstimated} /> : <Pending />}
            <dd className={styles.about}>{about}</dd>
          </div>
        ))}
      </dl>
      {sums && isEstimated && <Reestimated sums={sums} />}
    </div>
  );
};

/** Why the points at the end are not what there was at the start with what joined and left. */
const Reestimated = ({ sums }: { readonly sums: LedgerSums }) => {
  const change = reestimatedBy(sums);
  return change === 0 ? null : (
    <p className={styles.about}>
      {`Of this work, estimates changed by ${formatChange(change, '')} ${Math.abs(change) === 1 ? 'point' : 'points'} in all since it was in.`}
    </p>
  );
};

const Figures = ({ amount, isEstimated }: { readonly amount: Amount; readonly isEstimated: boolean }) => (
  <dd className={styles.figures}>
    <strong>{formatNumber(isEstimated ? amount.points : amount.items)}</strong>{' '}
    {isEstimated ? `points, ${counted(amount.items, 'item')}` : amount.items === 1 ? 'item' : 'items'}
  </dd>
);

const Pending = () => (
  <dd className={styles.figures}>
    <span className={styles.pending} aria-hidden="true" />
  </dd>
);
