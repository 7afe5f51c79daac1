import ProgressBar from '@atlaskit/progress-bar';
import styles from './admin-page.module.css';

/** What a long piece of work is doing, with the share that is done where that is known. */
export const WorkProgress = ({
  words,
  share,
  whenLeft,
}: {
  readonly words: string;
  readonly share: number | null;
  /** What becomes of it when the page is left. */
  readonly whenLeft: string;
}) => (
  <div className={styles.progress}>
    <p>{words}</p>
    <ProgressBar ariaLabel={words} value={share ?? 0} isIndeterminate={share === null} />
    <p className={styles.quiet}>Stay on this page until it is done. {whenLeft}</p>
  </div>
);
