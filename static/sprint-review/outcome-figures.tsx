import type { IsoDate } from '../../src/domain/dates';
import type { Metric } from '../../src/domain/objective';
import type { Movement } from '../../src/domain/sprint-movement';
import { formatDay, formatValue } from '../shared/format';
import card from './card.module.css';
import { ChangeLozenge } from './change-lozenge';
import { rounded } from './expected';
import styles from './outcome-figures.module.css';
import { isBehind, type ReviewRow } from './review-rows';
import { Mark, Track } from './track';
import { besideValue } from '../shared/unit';

/** The days on which the values of a sprint are read. */
export type ReviewDays = { readonly start: IsoDate; readonly now: IsoDate; readonly closed: boolean };

/** A key result's value at the sprint's start, now or at its close, and as expected then; in numbers and as a picture. */
export const OutcomeFigures = ({
  row: { keyResult },
  movement,
  days,
}: {
  readonly row: ReviewRow;
  readonly movement: Movement;
  readonly days: ReviewDays;
}) => {
  const { metric } = keyResult;
  const value = (amount: number): string => formatValue(amount, metric.unit);
  return (
    <div className={card.half}>
      <h4 className={card.label}>Outcome</h4>
      <dl className={styles.figures}>
        <div>
          <dt>
            <Mark kind="start" /> At the start
          </dt>
          <dd>{value(movement.atStart)}</dd>
          <dd className={styles.day}>{formatDay(days.start)}</dd>
        </div>
        <div>
          <dt>
            <Mark kind="now" /> {days.closed ? 'At the close' : 'Now'}
          </dt>
          <dd>
            {value(movement.now)} <ChangeLozenge movement={movement} unit={metric.unit} />
          </dd>
          <dd className={styles.day}>{formatDay(days.now)}</dd>
        </div>
        <div>
          <dt>
            <Mark kind="expected" /> {days.closed ? 'Expected then' : 'Expected by now'}
          </dt>
          <dd>{value(rounded(metric, movement.expected))}</dd>
          <dd className={styles.day}>
            {isBehind({ keyResult, movement }) ? shortBy(metric, movement) : 'reached'}
          </dd>
        </div>
      </dl>
      <Track metric={metric} movement={movement} closed={days.closed} />
    </div>
  );
};

const shortBy = (metric: Metric, { expected, now }: Movement): string => {
  const difference = rounded(metric, Math.abs(expected - now));
  return `short by ${formatValue(difference, besideValue(difference, metric.unit))}`;
};
