import { useId } from 'react';
import type { CheckInView, KeyResultView } from '../../src/contract/views';
import { formatDay, formatValue } from '../shared/format';
import { chartGeometry, type Place } from './chart-geometry';
import styles from './history.module.css';
import { usePage } from './page-context';
import { useTree } from './tree-context';

/** The value over time beside the line that leads from the baseline to the target. */
export const HistoryChart = ({
  keyResult,
  checkIns,
}: {
  readonly keyResult: KeyResultView;
  readonly checkIns: readonly CheckInView[];
}) => {
  const { today } = usePage().view;
  const { cycle } = useTree();
  const id = useId();
  const { metric, title } = keyResult;
  const chart = chartGeometry(cycle, metric, checkIns, today);
  const latest = checkIns.at(-1);
  return (
    <figure className={styles.figure}>
      <div className={styles.scale} aria-hidden="true">
        <span>{formatValue(chart.high, metric.unit)}</span>
        <span>{formatValue(chart.low, metric.unit)}</span>
      </div>
      <svg
        className={styles.chart}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        role="img"
        aria-labelledby={`${id}-title ${id}-about`}
      >
        <title id={`${id}-title`}>{`${title}: value over time`}</title>
        <desc id={`${id}-about`}>
          {`From ${formatValue(metric.baseline, metric.unit)} on ${formatDay(cycle.startDate)} to a target of ${formatValue(metric.target, metric.unit)} on ${formatDay(cycle.endDate)}. `}
          {latest
            ? `${checkIns.length} check-ins; the latest is ${formatValue(latest.value, metric.unit)} on ${formatDay(latest.date)}.`
            : 'No check-ins yet.'}
        </desc>
        {chart.today !== null && <path className={styles.today} d={`M${chart.today} 0V100`} />}
        <path className={styles.expected} d={pathOf(chart.expected)} />
        <path className={styles.line} d={pathOf(chart.line)} />
        {chart.dots.map(({ x, y }, index) => (
          <path key={index} className={styles.dot} d={`M${x} ${y}h0`} />
        ))}
      </svg>
      <div className={styles.days} aria-hidden="true">
        <span>{formatDay(chart.first)}</span>
        <span>{formatDay(chart.last)}</span>
      </div>
      <figcaption className={styles.legend}>
        <span className={styles.ofValue}>Value</span>
        <span className={styles.ofExpected}>Expected</span>
      </figcaption>
    </figure>
  );
};

const pathOf = (places: readonly Place[]): string =>
  places.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
