import Button from '@atlaskit/button/new';
import styles from './as-of.module.css';
import type { Freshness } from './reading';
import hidden from './visually-hidden.module.css';

/** How old what is shown is, and whether it could not be read anew. Stands where it always stands, so nothing moves. */
export const AsOf = ({
  freshness: { asOf, problem },
  onRetry,
}: {
  readonly freshness: Freshness;
  /** Absent where another button beside it reads again. */
  readonly onRetry?: () => void;
}) => (
  <div className={styles.line}>
    <p aria-live="polite" title={problem?.message}>
      {`As of ${timeOfDay(asOf)}`}
      {problem !== null && (
        <>
          , could not refresh<span className={hidden.hidden}>. {problem.message}</span>
        </>
      )}
    </p>
    {problem !== null && onRetry && (
      <Button spacing="compact" appearance="subtle" onClick={onRetry}>
        Try again
      </Button>
    )}
  </div>
);

/** As the reader's clock shows it: `10:32`. */
const timeOfDay = (moment: number): string => new Date(moment).toTimeString().slice(0, 5);
