import type { Measure } from '../../src/domain/focus-share';
import { formatNumber } from '../../src/domain/figure-words';
import styles from './delivery-bar.module.css';

/** What is finished, of what there was at the start; scope that came since lies beyond it, hatched, and what left is outlined. */
export const DeliveryBar = ({
  done,
  then,
  now,
  measure,
}: {
  readonly done: number;
  readonly then: number;
  readonly now: number;
  readonly measure: Measure;
}) => {
  const whole = Math.max(then, now);
  if (whole === 0) return <div className={styles.bar} aria-hidden="true" />;
  const percent = (amount: number): string => `${(amount / whole) * 100}%`;
  const kept = Math.min(then, now);
  return (
    <div
      className={styles.bar}
      role="img"
      aria-label={`${formatNumber(done)} ${measure} finished of ${formatNumber(then)} at the start and ${formatNumber(now)} now.`}
    >
      <span className={styles.kept} style={{ width: percent(kept) }} />
      {now > then && (
        <span
          className={styles.added}
          style={{ insetInlineStart: percent(then), width: percent(now - then) }}
        />
      )}
      {now < then && (
        <span
          className={styles.left}
          style={{ insetInlineStart: percent(now), width: percent(then - now) }}
        />
      )}
      <span className={styles.done} style={{ width: percent(done) }} />
      {now !== then && then > 0 && (
        <span className={styles.then} style={{ insetInlineStart: percent(then) }} />
      )}
    </div>
  );
};
