import type { LineProblem } from '../../src/contract/backup-file';
import styles from './admin-page.module.css';

/** Why a file is not imported, line by line. */
export const RefusedFile = ({
  fileName,
  problems,
}: {
  readonly fileName: string;
  readonly problems: readonly LineProblem[];
}) => (
  <div role="alert" className={styles.refused}>
    <p>{fileName} cannot be imported. Nothing was changed. Export again, or mend the file:</p>
    <ul>
      {problems.map(({ line, message }) => (
        <li key={line}>
          Line {line}: {message}
        </li>
      ))}
    </ul>
  </div>
);
