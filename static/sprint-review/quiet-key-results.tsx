import { lazy, Suspense, useState } from 'react';
import { formatValue } from '../../src/domain/figure-words';
import { counted } from '../shared/sprint-words';
import styles from './quiet-key-results.module.css';
import { useReviewPlace } from './review-context';
import type { ReviewRow } from './review-model';
import { actionsOn } from './row-actions';

/** Key results that the sprint left alone and that are where they should be; what can be done is offered all the same. */
export const QuietKeyResults = ({
  rows,
  isWorkKnown,
}: {
  readonly rows: readonly ReviewRow[];
  readonly isWorkKnown: boolean;
}) => {
  const parts = useReviewPlace();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.quiet} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {counted(rows.length, 'more key result')}
        {isWorkKnown && ` without work in this ${parts.place?.kind ?? 'sprint'}`}
      </summary>
      {isOpen && (
        <ul>
          {rows.map((row) => (
            <li key={row.keyResult.id}>
              <h3 id={`key-result-${row.keyResult.id}`}>{row.keyResult.title}</h3>
              <span className={styles.facts}>
                {row.objective.title}
                {row.movement &&
                  ` · at ${formatValue(row.movement.now, row.keyResult.metric.unit)}, not behind`}
              </span>
              {actionsOn(row, parts).checkIn && (
                <Suspense fallback={null}>
                  <CardActions row={row} />
                </Suspense>
              )}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
};

const CardActions = lazy(async () => ({ default: (await import('./card-actions')).CardActions }));
