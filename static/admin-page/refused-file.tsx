import type { LineProblem } from '../../src/contract/backup-problems';
import styles from './admin-page.module.css';
import { countOf } from './words';

/** Why a file is not imported, line by line. */
export const RefusedFile = ({
  fileName,
  problems,
}: {
  readonly fileName: string;
  readonly problems: readonly LineProblem[];
}) => (
  <div role="alert" className={styles.refused}>
    <p>
      {fileName} cannot be imported. Nothing was changed.
      {problems.some(({ line }) => line !== null) && ' Export again, or mend the file:'}
    </p>
    <ul>
      {problems.map((problem) => (
        <li key={problem.message}>{problemWords(problem)}</li>
      ))}
    </ul>
  </div>
);

const problemWords = ({ line, message, further }: LineProblem): string => {
  if (line === null) return message;
  const others = further > 0 ? ` The same in ${countOf(further, 'further line')}.` : '';
  return `Line ${line}: ${message}${others}`;
};
