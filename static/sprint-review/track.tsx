import type { Metric } from '../../src/domain/objective';
import type { Movement } from '../../src/domain/sprint-movement';
import { formatValue } from '../../src/domain/figure-words';
import { rounded } from './expected';
import { trackScale } from './track-scale';
import styles from './track.module.css';

/** The way from baseline to target with the values at the start, now and expected on it. */
export const Track = ({
  metric,
  movement,
  intended,
  closed,
}: {
  readonly metric: Metric;
  readonly movement: Movement;
  /** The value that the sprint was to reach; `null` where nobody said it. */
  readonly intended: number | null;
  readonly closed: boolean;
}) => {
  const { atStart, now, expected, progressChange } = movement;
  const at = trackScale(metric, [atStart, now, expected, ...(intended === null ? [] : [intended])]);
  const moved = [styles.moved, progressChange < 0 ? styles.back : styles.forward].join(' ');
  return (
    <div>
      <div className={styles.track} role="img" aria-label={inWords(metric, movement, intended, closed)}>
        <span className={styles.way} style={between(at(metric.baseline), at(metric.target))} />
        <span
          className={styles.reached}
          style={between(at(metric.baseline), Math.min(at(atStart), at(now)))}
        />
        <span className={moved} style={between(at(atStart), at(now))} />
        <Mark kind="expected" position={at(expected)} />
        {intended !== null && <Mark kind="intended" position={at(intended)} />}
        <Mark kind="start" position={at(atStart)} />
        <Mark kind="now" position={at(now)} />
      </div>
      <div
        className={styles.ends}
        aria-hidden="true"
        style={{
          marginInlineStart: percent(at(metric.baseline)),
          marginInlineEnd: percent(1 - at(metric.target)),
        }}
      >
        <span>Baseline {formatValue(metric.baseline, metric.unit)}</span>
        <span>Target {formatValue(metric.target, metric.unit)}</span>
      </div>
    </div>
  );
};

/** A sign on the track, or, without a position, in the line of text that explains it. */
export const Mark = ({
  kind,
  position,
}: {
  readonly kind: 'start' | 'now' | 'expected' | 'intended';
  readonly position?: number;
}) => (
  <span
    className={[styles.mark, styles[kind], position === undefined ? styles.inText : styles.onTrack].join(' ')}
    aria-hidden="true"
    {...(position === undefined ? {} : { style: { insetInlineStart: percent(position) } })}
  />
);

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

const between = (a: number, b: number): { readonly insetInlineStart: string; readonly width: string } => ({
  insetInlineStart: percent(Math.min(a, b)),
  width: percent(Math.abs(b - a)),
});

const inWords = (
  { baseline, target, unit }: Metric,
  movement: Movement,
  intended: number | null,
  closed: boolean,
): string => {
  const value = (amount: number): string => formatValue(amount, unit);
  const { atStart, now, expected } = movement;
  return `On the way from ${value(baseline)} to ${value(target)}: ${value(atStart)} at the start, ${value(now)} ${
    closed ? 'at the close' : 'now'
  }, ${value(rounded({ baseline, target, unit }, expected))} expected${
    intended === null ? '' : `, ${value(intended)} intended`
  }.`;
};
