import styles from './quiet-key-results.module.css';
import type { ReviewRow } from './review-model';
import { counted } from '../shared/sprint-words';
import { formatValue } from '../shared/format';

/** Key results that the sprint left alone and that are where they should be. */
export const QuietKeyResults = ({
  rows,
  isWorkKnown,
}: {
  readonly rows: readonly ReviewRow[];
  readonly isWorkKnown: boolean;
}) => (
  <details className={styles.quiet}>
    <summary>
      {counted(rows.length, 'more key result')}
      {isWorkKnown && ' without work in this sprint'}
    </summary>
    <ul>
      {rows.map(({ keyResult, objective, movement }) => (
        <li key={keyResult.id}>
          <span>{keyResult.title}</span>
          <span className={styles.facts}>
            {objective.title}
            {movement && ` · at ${formatValue(movement.now, keyResult.metric.unit)}, not behind`}
          </span>
        </li>
      ))}
    </ul>
  </details>
);
