import styles from './refinement.module.css';

/** Nothing is left to decide. */
export const EmptyList = () => (
  <div className={styles.empty}>
    <svg viewBox="0 0 64 64" aria-hidden="true" className={styles.picture}>
      <circle cx="32" cy="32" r="26" className={styles.ring} />
      <circle cx="32" cy="32" r="16" className={styles.ring} />
      <path d="M22 33l7 7 14-16" className={styles.tick} />
    </svg>
    <h2>Every story here has a reason</h2>
    <p>All open work of this project serves a key result or is exempt. New work shows up here.</p>
  </div>
);
