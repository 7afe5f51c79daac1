import styles from './history-chart.module.css';
import type { HistoryShown } from './history-layout';

/** What the chart's lines and fillings mean, as far as they are in it. */
export const ChartLegend = ({ shown: { metric, sprints, measure } }: { readonly shown: HistoryShown }) => {
  const hasWork = sprints.some(({ work }) => work !== null);
  const noun = measure === 'points' ? 'Points' : 'Items';
  return (
    <figcaption className={styles.legend}>
      <span className={styles.ofValue}>{metric.unit === '' ? 'Value' : `Value (${metric.unit})`}</span>
      <span className={styles.ofExpected}>Expected</span>
      {hasWork && (
        <>
          <span className={styles.ofDone}>{noun} done</span>
          <span className={styles.ofScope}>Not done</span>
          <span className={styles.ofThen}>At the start</span>
        </>
      )}
      {sprints.some(({ source }) => source === 'rebuilt') && (
        <span className={styles.ofRebuilt}>Rebuilt</span>
      )}
      {sprints.some(({ source }) => source === 'unknown') && <span>? No figures</span>}
    </figcaption>
  );
};
