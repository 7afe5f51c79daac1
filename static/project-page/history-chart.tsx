import { useId } from 'react';
import type { KeyResultView } from '../../src/contract/views';
import { formatDay, formatDayShort, formatNumber, formatValue } from '../../src/domain/figure-words';
import { ChartLegend } from './chart-legend';
import { CHARACTER, historyLayout, type HistoryShown } from './history-layout';
import styles from './history-chart.module.css';
import { inWords } from './history-words';
import { SprintLane } from './sprint-lane';
import { useWidth } from './use-width';
import { VerdictMark } from './verdict-mark';

/**
 * A key result's value over time beside the line that leads from the baseline to the target, and under it its sprints, each
 * with the work that served it.
 */
export const HistoryChart = ({
  keyResult,
  shown,
}: {
  readonly keyResult: Pick<KeyResultView, 'title'>;
  readonly shown: HistoryShown;
}) => {
  const [figure, width] = useWidth<HTMLElement>();
  return (
    <figure className={styles.figure} ref={figure}>
      {width !== null && width > 0 && <Drawing keyResult={keyResult} shown={shown} width={width} />}
      <ChartLegend shown={shown} />
    </figure>
  );
};

const Drawing = ({
  keyResult: { title },
  shown,
  width,
}: Parameters<typeof HistoryChart>[0] & { readonly width: number }) => {
  const id = useId();
  const { metric, measure } = shown;
  const layout = historyLayout(shown, width, (value) => formatNumber(value).length * CHARACTER);
  const { height, plot, lanes, verdicts } = layout;
  const ground = lanes.at(-1)?.bars.bottom ?? plot.bottom;
  return (
    <svg
      className={styles.chart}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}-title ${id}-about`}
    >
      <title id={`${id}-title`}>{`${title}: value over time`}</title>
      <desc id={`${id}-about`}>{inWords(shown)}</desc>
      <defs>
        <pattern id={`${id}-scope`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path className={styles.hatch} d="M-1 1l2 -2M0 6l6 -6M5 7l2 -2" />
        </pattern>
      </defs>
      {lanes[0]?.bands.map(({ figures, left, right }, index) => (
        <rect
          key={figures.sprint.id}
          className={index % 2 === 0 ? styles.band : styles.noBand}
          x={left}
          y={plot.top}
          width={right - left}
          height={ground - plot.top}
        />
      ))}
      {layout.valueTicks.map(({ y, value }) => (
        <g key={value}>
          <path className={styles.grid} d={`M${plot.left} ${y}H${plot.right}`} />
          <text className={styles.label} x={plot.left - 6} y={y} dy="0.35em" textAnchor="end">
            {formatNumber(value)}
          </text>
        </g>
      ))}
      {layout.dayTicks.map(({ x, at, day }) => (
        <g key={day.getTime()}>
          <path className={styles.tick} d={`M${x} ${plot.bottom}v4`} />
          <text className={styles.label} x={at} y={plot.bottom + 15} textAnchor="middle">
            {formatDayShort(day.toISOString())}
          </text>
        </g>
      ))}
      <path className={styles.axis} d={`M${plot.left} ${plot.top}V${plot.bottom}H${plot.right}`} />
      {layout.today !== null && (
        <path className={styles.today} d={`M${layout.today} ${plot.top}V${ground}`}>
          <title>Today</title>
        </path>
      )}
      <path className={styles.target} d={`M${plot.left} ${layout.target}H${plot.right}`} />
      <text
        className={styles.targetLabel}
        x={plot.left + 6}
        y={layout.target}
        dy={layout.target - plot.top < 20 ? '1.1em' : '-0.4em'}
      >
        Target {formatValue(metric.target, metric.unit)}
      </text>
      <path className={styles.expected} d={layout.expected} />
      {layout.line !== null && <path className={styles.line} d={layout.line} />}
      {layout.dots.map(({ x, y }, index) => (
        <circle key={index} className={styles.dot} cx={x} cy={y} r="3.5">
          <title>{dotWords(shown.checkIns[index], metric.unit)}</title>
        </circle>
      ))}
      {verdicts.map(({ x, y, given }, index) => (
        <g key={given.savedAt} transform={`translate(${x} ${y})`}>
          <VerdictMark verdict={given.verdict} />
          <text
            className={styles.label}
            x={x > plot.right - 24 ? -9 : 9}
            dy="0.35em"
            textAnchor={x > plot.right - 24 ? 'end' : 'start'}
          >
            {index + 1}
          </text>
        </g>
      ))}
      {lanes.map((lane, index) => (
        <SprintLane key={index} lane={lane} measure={measure} pattern={`url(#${id}-scope)`} />
      ))}
    </svg>
  );
};

const dotWords = (checkIn: HistoryShown['checkIns'][number] | undefined, unit: string): string =>
  checkIn ? `${formatDay(checkIn.date)}: ${formatValue(checkIn.value, unit)}` : '';
