import { formatNumber } from '../shared/format';
import styles from './review-skeleton.module.css';

/** Keeps the places of the header and of what a sprint did while both are read. */
export const ReviewSkeleton = () => (
  <>
    <div className={styles.header} aria-hidden="true">
      <div className={styles.title} />
      <div className={styles.line} />
    </div>
    <OutcomeSkeleton loadedIssues={0} />
  </>
);

/** The same for one sprint; says how far the reading has come. */
export const OutcomeSkeleton = ({ loadedIssues }: { readonly loadedIssues: number }) => (
  <>
    <p role="status" className={styles.status}>
      {loadedIssues === 0
        ? 'Reading the sprint…'
        : `Reading the sprint: ${formatNumber(loadedIssues)} work items so far…`}
    </p>
    <div className={styles.card} aria-hidden="true" />
    <div className={styles.card} aria-hidden="true" />
  </>
);
