import { formatNumber } from '../../src/domain/figure-words';
import type { Figures } from './figures';
import styles from './tree.module.css';

/** Items and points, done of total; ≈ before estimates, and a quiet place where nothing is known yet. */
export const DeliveryCells = ({
  figures,
  isEstimated,
  isUnavailable,
}: {
  readonly figures: Figures | null;
  readonly isEstimated: boolean;
  /** They could not be read. */
  readonly isUnavailable: boolean;
}) => (
  <>
    <div className={styles.cell}>
      <span className={styles.label}>Items </span>
      {figures ? (
        <DoneOf {...figures.items} exact={figures.exact} />
      ) : (
        <Unknown isUnavailable={isUnavailable} />
      )}
    </div>
    <div className={styles.cell}>
      <span className={styles.label}>Points </span>
      {!figures ? (
        <Unknown isUnavailable={isUnavailable} />
      ) : isEstimated ? (
        <>
          <DoneOf {...figures.points} exact={figures.exact} />
          {figures.unestimated > 0 && <Unestimated {...figures} />}
        </>
      ) : (
        NOT_ESTIMATED
      )}
    </div>
  </>
);

const DoneOf = ({ done, total, exact }: { done: number; total: number; exact: boolean }) => (
  <span>
    {!exact && '≈\u00a0'}
    {formatNumber(done)}
    <span className={styles.of}>/{formatNumber(total)}</span>
  </span>
);

/** Points that are all done can hide work that has none. */
const Unestimated = ({ unestimated, exact }: Pick<Figures, 'unestimated' | 'exact'>) => (
  <span className={styles.unestimated}>
    {' '}
    {!exact && '≈\u00a0'}
    {formatNumber(unestimated)} unestimated
  </span>
);

const Unknown = ({ isUnavailable }: { readonly isUnavailable: boolean }) =>
  isUnavailable ? (
    <span className={styles.quiet}>not available</span>
  ) : (
    <span className={styles.unknown} aria-hidden="true" />
  );

const NOT_ESTIMATED = <span className={styles.quiet}>not estimated</span>;
