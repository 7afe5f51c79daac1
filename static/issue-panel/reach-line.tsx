import Button from '@atlaskit/button/new';
import { reachInWords } from './reach';
import styles from './reach-line.module.css';
import type { ReachReading } from './use-reach';

type Props = {
  readonly reach: ReachReading;
  readonly isTagged: boolean;
  readonly onCountAgain: () => void;
};

/** How much below the issue its tag covers. A figure to choose by, not to wait for: a failure of it stays small. */
export const ReachLine = ({ reach: { loadable }, isTagged, onCountAgain }: Props) => (
  <div className={styles.line} aria-live="polite">
    {loadable.state === 'loading' && <span className={styles.placeholder} aria-hidden="true" />}
    {loadable.state === 'ready' && (
      <p className={styles.words}>{`${reachInWords(loadable.value, isTagged)}.`}</p>
    )}
    {loadable.state === 'error' && (
      <>
        <p className={styles.words}>What this covers could not be counted.</p>
        <Button spacing="compact" appearance="subtle" onClick={onCountAgain}>
          Count again
        </Button>
      </>
    )}
  </div>
);
