import type { Measure } from '../../src/domain/focus-share';
import { formatNumber } from '../../src/domain/figure-words';
import { CHARACTER, type Band, type Lane, type WorkBar } from './history-layout';
import styles from './history-chart.module.css';
import { workWords } from './history-words';
import { shortNames } from './sprint-lanes';

/** A board's sprints under the time axis: their names, and the work of each that served the key result. */
export const SprintLane = ({
  lane: { strip, bars, bands },
  measure,
  pattern,
}: {
  readonly lane: Lane;
  readonly measure: Measure;
  /** What fills work that was not done. */
  readonly pattern: string;
}) => {
  const short = shortNames(bands.map(({ figures }) => figures.sprint.name));
  return (
    <g>
      <text className={styles.label} x={strip.left - 6} y={bars.bottom} dy="-0.3em" textAnchor="end">
        {measure === 'points' ? 'Points' : 'Items'}
      </text>
      <text className={styles.label} x={strip.left - 6} y={strip.top + 14} textAnchor="end">
        Sprint
      </text>
      {bands.map((band, index) => {
        const { figures, left, right } = band;
        const { sprint, source } = figures;
        const middle = (left + right) / 2;
        const name = fitting([sprint.name, short[index] ?? ''], right - left - 4);
        return (
          <g key={sprint.id}>
            <title>{`${sprint.name}: ${workWords(figures, measure)}`}</title>
            <rect
              className={styles.strip}
              x={left + 0.5}
              y={strip.top}
              width={Math.max(0, right - left - 1)}
              height={strip.bottom - strip.top}
            />
            <text className={styles.name} x={middle} y={strip.top + 14} textAnchor="middle">
              {name}
            </text>
            {band.bar && <Bar bar={band.bar} ground={bars.bottom} pattern={pattern} source={source} />}
            <text
              className={styles.label}
              x={middle}
              y={(band.bar ? Math.min(band.bar.top, band.bar.thenAt) : bars.bottom) - 4}
              textAnchor="middle"
            >
              {fitting(amountsOf(band, measure), right - left)}
            </text>
          </g>
        );
      })}
      <path className={styles.axis} d={`M${bars.left} ${bars.bottom}H${bars.right}`} />
    </g>
  );
};

const Bar = ({
  bar: { left, right, doneTop, top, thenAt },
  ground,
  pattern,
  source,
}: {
  readonly bar: WorkBar;
  readonly ground: number;
  readonly pattern: string;
  readonly source: Band['figures']['source'];
}) => {
  const rebuilt = source === 'rebuilt' ? styles.rebuilt : '';
  return (
    <>
      {doneTop > top && <rect x={left} y={top} width={right - left} height={doneTop - top} fill={pattern} />}
      {ground > doneTop && (
        <rect className={styles.done} x={left} y={doneTop} width={right - left} height={ground - doneTop} />
      )}
      {ground > top && (
        <rect
          className={`${styles.scope} ${rebuilt}`}
          x={left}
          y={top}
          width={right - left}
          height={ground - top}
        />
      )}
      {ground > thenAt && <path className={styles.then} d={`M${left - 3} ${thenAt}H${right + 3}`} />}
    </>
  );
};

/** From the longest that fits to nothing. */
const fitting = (texts: readonly string[], room: number): string =>
  texts.find((text) => text.length * CHARACTER <= room) ?? '';

const amountsOf = ({ figures: { work, source } }: Band, measure: Measure): string[] => {
  if (source === 'unknown') return ['?'];
  if (work === null) return [];
  const [done, now] = [formatNumber(work.done[measure]), formatNumber(work.now[measure])];
  return [`${done}/${now}`, done];
};
