import Button from '@atlaskit/button/new';
import type { Problem } from '../../src/contract/outcome';
import styles from './problem-message.module.css';

/** What went wrong, in place of what could not be shown or saved; announced when it appears. */
export const ProblemMessage = ({
  problem,
  onRetry,
}: {
  readonly problem: Problem;
  readonly onRetry?: () => void;
}) => (
  <div role="alert" className={styles.problem}>
    <p>{problem.message}</p>
    {problem.fields && (
      <ul>
        {Object.entries(problem.fields).map(([field, message]) => (
          <li key={field}>{message}</li>
        ))}
      </ul>
    )}
    {onRetry && <Button onClick={onRetry}>Try again</Button>}
  </div>
);
