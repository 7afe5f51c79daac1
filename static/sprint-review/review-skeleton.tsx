import styles from './review-skeleton.module.css';

/** Keeps the places of what a sprint did while it is read. */
export const ReviewSkeleton = () => (
  <>
    <p role="status" className={styles.status}>
      Reading the review…
    </p>
    <div className={styles.numbers} aria-hidden="true" />
    <div className={styles.card} aria-hidden="true" />
    <div className={styles.card} aria-hidden="true" />
  </>
);
