import { Announcement } from '../shared/announcement';
import styles from './refinement.module.css';

/** The screen's outline while its first rows are read: they take the places that are already there. */
export const RefinementSkeleton = ({ title }: { readonly title: string }) => (
  <div className={styles.page} aria-busy="true">
    <h1 className={styles.title}>{title}</h1>
    <Announcement>Loading</Announcement>
    <div className={styles.toolbarSkeleton} />
    <div className={styles.listSkeleton}>
      {Array.from({ length: 10 }, (_, row) => (
        <div key={row} className={styles.rowSkeleton} />
      ))}
    </div>
  </div>
);
