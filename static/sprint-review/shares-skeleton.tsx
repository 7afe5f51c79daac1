import styles from './share-summary.module.css';

export const SHARES_TITLE = 'How the work is spread';

/** Keeps its place while the work is read. */
export const SharesSkeleton = () => (
  <section className={styles.shares} aria-busy="true">
    <h2>{SHARES_TITLE}</h2>
    <div className={styles.pending} aria-hidden="true" />
  </section>
);
