import { deliveryOverSprint } from '../../../src/domain/ledger-sums';
import { formatNumber, formatPercent } from '../../../src/domain/figure-words';
import { workGroups, type WorkGroup } from '../export/exported';
import type { Review } from '../review-model';
import styles from './slide.module.css';

/** What the work of a sprint went into, each part as a bar. */
export const WorkSlide = ({ title, review }: { readonly title: string; readonly review: Review }) => {
  const { shares, isEstimated } = review;
  const measure = isEstimated && shares && shares.all.points > 0 ? 'points' : 'items';
  const whole = shares?.all[measure] ?? 0;
  const parts = workGroups(review)
    .map((group) => ({ ...group, amount: deliveryOverSprint(group.lines ?? []).now[measure] }))
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => Number(a.row === null) - Number(b.row === null) || b.amount - a.amount);
  const isMore = parts.reduce((sum, { amount }) => sum + amount, 0) > whole;
  return (
    <>
      <h1>{title}</h1>
      {shares === null && <p>The work is not known yet.</p>}
      {shares && whole === 0 && <p>There is no work that you may see.</p>}
      <ul className={styles.parts}>
        {parts.map(({ kind, name, amount }) => (
          <li key={`${kind} ${name}`}>
            <span>{name}</span>
            <span className={styles.amount}>
              <strong>{formatPercent(amount / whole)}</strong> {formatNumber(amount)}{' '}
              {amount === 1 ? measure.slice(0, -1) : measure}
            </span>
            <span className={styles.part} aria-hidden="true">
              <span className={PATTERNS[kind]} style={{ width: `${(amount / whole) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
      {isMore && <p className={styles.small}>What serves two key results is in both.</p>}
    </>
  );
};

const PATTERNS: Readonly<Record<WorkGroup['kind'], string | undefined>> = {
  'key result': styles.tagged,
  'not visible': styles.tagged,
  exempt: styles.exempt,
  'no key result': styles.untagged,
};
