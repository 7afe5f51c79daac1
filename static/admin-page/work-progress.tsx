import ProgressBar from '@atlaskit/progress-bar';
import { useEffect, useState } from 'react';
import styles from './admin-page.module.css';

/** What a long piece of work is doing, with the share that is done where that is known. */
export const WorkProgress = ({
  words,
  share,
  isSettling,
  whenLeft,
}: {
  readonly words: string;
  readonly share: number | null;
  /** Whether nothing is expected to come for some seconds. */
  readonly isSettling: boolean;
  /** What becomes of it when the page is left. */
  readonly whenLeft: string;
}) => {
  const isLate = useIsLate(words, isSettling);
  return (
    <div className={styles.progress}>
      <p>{words}</p>
      <ProgressBar ariaLabel={words} value={share ?? 0} isIndeterminate={share === null} />
      <p role="status">{isLate && 'Still trying: it takes longer than usual to get an answer.'}</p>
      <p className={styles.quiet}>Stay on this page until it is done. {whenLeft}</p>
    </div>
  );
};

const LATE_MS = 2000;

/** Whether the words have stood unchanged for longer than a usual answer takes. */
const useIsLate = (words: string, isSettling: boolean): boolean => {
  const [late, setLate] = useState<string | null>(null);
  useEffect(() => {
    setLate(null);
    if (isSettling) return;
    const timer = setTimeout(() => setLate(words), LATE_MS);
    return () => clearTimeout(timer);
  }, [words, isSettling]);
  return late === words;
};
