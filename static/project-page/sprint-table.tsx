import type { Measure } from '../../src/domain/focus-share';
import { formatNumber, formatValue } from '../../src/domain/figure-words';
import { counted, datesOf } from '../shared/sprint-words';
import type { SprintFigures } from './history-figures';
import styles from './history.module.css';
import { sourceName } from './history-words';
import { VERDICT_NAMES } from '../shared/verdict-names';

/** The chart's figures, sprint by sprint. */
export const SprintTable = ({
  sprints,
  measure,
  unit,
}: {
  readonly sprints: readonly SprintFigures[];
  readonly measure: Measure;
  readonly unit: string;
}) => {
  if (sprints.length === 0) return null;
  const noun = measure === 'points' ? 'points' : 'items';
  return (
    <details className={styles.details}>
      <summary>{`${counted(sprints.length, 'sprint')} as a table`}</summary>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Sprints">
        <table>
          <thead>
            <tr>
              <th scope="col">Sprint</th>
              <th scope="col">Dates</th>
              <th scope="col">Value at the start</th>
              <th scope="col">Value at the end</th>
              <th scope="col">{`Done (${noun})`}</th>
              <th scope="col">{`In all (${noun})`}</th>
              <th scope="col">{`At the start (${noun})`}</th>
              <th scope="col">Work</th>
              <th scope="col">Verdict</th>
              <th scope="col">Learned</th>
            </tr>
          </thead>
          <tbody>
            {sprints.map(({ sprint, source, work, values, verdict }) => (
              <tr key={sprint.id}>
                <th scope="row">{sprint.name}</th>
                <td>{datesOf(sprint)}</td>
                <td>{values && formatValue(values.atStart, unit)}</td>
                <td>{values && formatValue(values.atEnd, unit)}</td>
                <td>{work && formatNumber(work.done[measure])}</td>
                <td>{work && formatNumber(work.now[measure])}</td>
                <td>{work && formatNumber(work.then[measure])}</td>
                <td>{sourceName(source, sprint.state)}</td>
                <td>{verdict && VERDICT_NAMES[verdict.verdict]}</td>
                <td className={styles.text}>{verdict?.learning}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};
