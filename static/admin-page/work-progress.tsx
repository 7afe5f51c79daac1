import ProgressBar from '@atlaskit/progress-bar';
import styles from './admin-page.module.css';

/** What a long piece of work is doing, with the share that is done where that is known. */
export const WorkProgress = ({ words, share }: { readonly words: string; readonly share: number | null }) => (
  <div className={styles.progress}>
    <p>{words}</p>
    <ProgressBar ariaLabel={words} value={share ?? 0} isIndeterminate={share === null} />
    <p className={styles.quiet}>
      Stay on this page until it is done. When you leave it, this stops; nothing is half done, and you can
      begin again.
    </p>
  </div>
);
