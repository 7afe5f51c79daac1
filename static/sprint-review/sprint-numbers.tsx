import type { Amount, LedgerSums } from '../../src/domain/ledger-sums';
import { formatNumber } from '../shared/format';
import { counted } from '../shared/sprint-words';
import type { Review } from './review-model';
import styles from './sprint-numbers.module.css';

/** What came into a sprint and what became of it, in points and items. Places are kept while the work is read. */
export const SprintNumbers = ({ review }: { readonly review: Review }) => {
  const { sums, isEstimated, place } = review;
  const words = wordsOf(review);
  const title = place?.kind === 'period' ? 'The period in numbers' : 'The sprint in numbers';
  return (
    <section className={styles.numbers} aria-label={title} aria-busy={sums === null}>
      <h2>{title}</h2>
      <dl>
        {PARTS.filter((part) => place?.kind !== 'period' || part !== 'completedElsewhere').map((part) => (
          <div key={part}>
            <dt>{words[part][0]}</dt>
            {sums ? <Figures amount={sums[part]} isEstimated={isEstimated} /> : <Pending />}
            <dd className={styles.about}>{words[part][1]}</dd>
          </div>
        ))}
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

const PARTS: readonly (keyof LedgerSums)[] = [
  'committed',
  'added',
  'removed',
  'completed',
  'notCompleted',
  'completedElsewhere',
];

type Words = Readonly<Record<keyof LedgerSums, readonly [name: string, about: string]>>;

const wordsOf = ({ place, span }: Pick<Review, 'place' | 'span'>): Words => {
  if (place?.kind === 'period') return OF_PERIOD;
  return span?.end === null ? OF_RUNNING : OF_SPRINT;
};

const OF_SPRINT: Words = {
  committed: ['Committed', 'in it at the start'],
  added: ['Added', 'joined later'],
  removed: ['Removed', 'left before the end'],
  completed: ['Completed', 'finished in it'],
  notCompleted: ['Not completed', 'open at the end'],
  completedElsewhere: ['Completed elsewhere', 'done before it began'],
};

const OF_RUNNING: Words = {
  ...OF_SPRINT,
  removed: ['Removed', 'left since'],
  completed: ['Completed', 'finished so far'],
  notCompleted: ['Not completed', 'still open'],
};

const OF_PERIOD: Words = {
  ...OF_SPRINT,
  committed: ['Begun before', 'in progress at the start'],
  added: ['Begun', 'in the period'],
  removed: ['Put back', 'not begun after all'],
};
