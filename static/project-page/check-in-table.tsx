import type { CheckInView } from '../../src/contract/views';
import { formatDay, formatValue } from '../../src/domain/figure-words';
import { usePeople } from '../shared/people';
import styles from './history.module.css';

/** Every check-in, newest first. */
export const CheckInTable = ({
  checkIns,
  unit,
}: {
  readonly checkIns: readonly CheckInView[];
  readonly unit: string;
}) => {
  const people = usePeople(checkIns.map(({ author }) => author));
  if (checkIns.length === 0) return <p className={styles.none}>No check-ins yet.</p>;
  return (
    <details className={styles.details}>
      <summary>{checkIns.length === 1 ? '1 check-in' : `${checkIns.length} check-ins`}</summary>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Check-ins">
        <table>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Value</th>
              <th scope="col">Confidence</th>
              <th scope="col">Note</th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {[...checkIns].reverse().map(({ id, date, value, confidence, note, author }) => (
              <tr key={id}>
                <td>{formatDay(date)}</td>
                <td>{formatValue(value, unit)}</td>
                <td>{confidence}/10</td>
                <td className={styles.text}>{note}</td>
                <td>{people.get(author)?.displayName}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};
