import styles from './page.module.css';

/** Holds the place of something that is being fetched. */
export const PanelSkeleton = () => (
  <div className={styles.panelSkeleton} role="status">
    <span className={styles.hidden}>Loading</span>
  </div>
);
