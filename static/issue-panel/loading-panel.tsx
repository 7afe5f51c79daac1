import { Announcement } from '../shared/announcement';
import styles from './loading-panel.module.css';

/** Stands where a key result will stand, at the same height. */
export const LoadingPanel = () => (
  <>
    <Announcement>Loading key results…</Announcement>
    <LoadingRow />
  </>
);

export const LoadingRow = () => (
  <div className={styles.row} aria-hidden="true">
    <span className={styles.line} data-width="half" />
    <span className={styles.line} data-width="most" />
    <span className={styles.line} data-width="whole" />
    <span className={styles.line} data-width="half" />
  </div>
);
