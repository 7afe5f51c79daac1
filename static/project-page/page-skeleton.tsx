import styles from './page.module.css';

/** The page's outline while its OKRs are fetched: what comes takes the places that are already there. */
export const PageSkeleton = ({ title = 'OKRs' }: { readonly title?: string }) => (
  <div className={styles.page} aria-busy="true">
    <div className={styles.header}>
      <h1 className={styles.hidden}>{title}</h1>
      <div className={styles.cycle} />
    </div>
    <p className={styles.hidden} role="status">
      Loading
    </p>
    {Array.from({ length: 6 }, (_, row) => (
      <div key={row} className={styles.rowSkeleton} />
    ))}
  </div>
);
