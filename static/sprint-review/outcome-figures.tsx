import type { Metric } from '../../src/domain/objective';
import type { Movement } from '../../src/domain/sprint-movement';
import { formatDay, formatValue } from '../../src/domain/figure-words';
import card from './card.module.css';
import { ChangePill } from './change-pill';
import { rounded } from './expected';
import styles from './outcome-figures.module.css';
import { useReviewPlace } from './review-context';
import { isBehind, type ReviewRow } from './review-model';
import { Mark, Track } from './track';
import { besideValue } from '../shared/unit';

/** A key result's value at the sprint's start, now or at its close, and as expected then; in numbers and as a picture. */
export const OutcomeFigures = ({
  row: { keyResult, intended },
  movement,
}: {
  readonly row: ReviewRow;
  readonly movement: Movement;
}) => {
  const { span, view } = useReviewPlace();
  const { metric, latest } = keyResult;
  const isOver = span !== null && span.end !== null;
  const end = span?.end ?? view.today;
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
          <dd className={styles.day}>{formatDay(span?.start ?? view.today)}</dd>
        </div>
        <div>
          <dt>
            <Mark kind="now" /> {isOver ? 'At the close' : 'Now'}
          </dt>
          <dd>
            {value(movement.now)} <ChangePill movement={movement} unit={metric.unit} />
          </dd>
          <dd className={styles.day}>{formatDay(end)}</dd>
        </div>
        <div>
          <dt>
            <Mark kind="expected" /> {isOver ? 'Expected then' : 'Expected by now'}
          </dt>
          <dd>{value(rounded(metric, movement.expected))}</dd>
          <dd className={styles.day}>
            {isBehind({ keyResult, movement }) ? shortBy(metric, movement) : 'reached'}
          </dd>
        </div>
      </dl>
      <Track metric={metric} movement={movement} intended={intended?.intended ?? null} closed={isOver} />
      {isOver && latest !== null && latest.date > end && (
        <p className={styles.since}>{`Since then: ${value(latest.value)} on ${formatDay(latest.date)}`}</p>
      )}
    </div>
  );
};

const shortBy = (metric: Metric, { expected, now }: Movement): string => {
  const difference = rounded(metric, Math.abs(expected - now));
  return `short by ${formatValue(difference, besideValue(difference, metric.unit))}`;
};
