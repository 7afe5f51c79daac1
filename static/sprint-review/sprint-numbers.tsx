import type { Amount, LedgerSums } from '../../src/domain/ledger-sums';
import { formatNumber } from '../shared/format';
import { counted } from '../shared/sprint-words';
import type { Review } from './review-model';
import styles from './sprint-numbers.module.css';

/** What came into a sprint and what became of it, in points and items. Places are kept while the work is read. */
export const SprintNumbers = ({ review: { sums, isEstimated, place } }: { readonly review: Review }) => {
  const title = place?.kind === 'period' ? 'The period in numbers' : 'The sprint in numbers';
  return (
    <section className={styles.numbers} aria-label={title} aria-busy={sums === null}>
      <h2>{title}</h2>
      <dl>
        {PARTS.filter(({ part }) => place?.kind !== 'period' || part !== 'completedElsewhere').map(
          ({ part, name, about }) => (
            <div key={part}>
              <dt>{place?.kind === 'period' && part === 'committed' ? 'Begun before' : name}</dt>
              {sums ? <Figures amount={sums[part]} isEstimated={isEstimated} /> : <Pending />}
              <dd className={styles.about}>
                {place?.kind === 'period' ? (PERIOD_ABOUT[part] ?? about) : about}
              </dd>
            </div>
          ),
        )}
      </dl>
    </section>
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

const PARTS: readonly {
  readonly part: keyof LedgerSums;
  readonly name: string;
  readonly about: string;
}[] = [
  { part: 'committed', name: 'Committed', about: 'in it at the start' },
  { part: 'added', name: 'Added', about: 'joined later' },
  { part: 'removed', name: 'Removed', about: 'left before the end' },
  { part: 'completed', name: 'Completed', about: 'finished in it' },
  { part: 'notCompleted', name: 'Not completed', about: 'still open at the end' },
  { part: 'completedElsewhere', name: 'Completed elsewhere', about: 'done before it began' },
];

const PERIOD_ABOUT: Partial<Record<keyof LedgerSums, string>> = {
  committed: 'in progress at the start',
  added: 'begun in it',
  removed: 'put back',
};
