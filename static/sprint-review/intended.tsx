import { formatChange, formatDay, formatValue } from '../../src/domain/figure-words';
import { besideValue } from '../shared/unit';
import type { IntendedAdvance } from './intended-advance';
import styles from './intended.module.css';
import { Pill } from './pill';
import { Mark } from './track';

/** What the sprint was to move, against what moved. */
export const Intended = ({
  intended,
  unit,
  hasStarted,
}: {
  readonly intended: IntendedAdvance;
  readonly unit: string;
  readonly hasStarted: boolean;
}) => {
  const { advance, actual, short, isDue, judgedOn } = intended;
  const difference = (amount: number): string => formatChange(amount, besideValue(amount, unit));
  return (
    <dl className={styles.intended}>
      <div className={styles.said}>
        <dt>
          <Mark kind="intended" /> Intended
        </dt>
        <dd>
          <strong>
            {formatValue(advance.valueThen, unit)} → {formatValue(intended.intended, unit)}
          </strong>{' '}
          by {advance.change}, visible by {formatDay(advance.visibleBy)}
        </dd>
      </div>
      {hasStarted && (
        <div>
          <dt>Actual</dt>
          <dd>
            <strong>
              {formatValue(advance.valueThen, unit)} → {formatValue(intended.value, unit)}
            </strong>{' '}
            ({difference(actual)}) on {formatDay(judgedOn)}{' '}
            <Standing short={short} isDue={isDue} text={difference(short)} />
          </dd>
        </div>
      )}
    </dl>
  );
};

const Standing = ({
  short,
  isDue,
  text,
}: {
  readonly short: number;
  readonly isDue: boolean;
  readonly text: string;
}) => {
  if (short === 0) return <Pill tone="success">Reached</Pill>;
  return <Pill tone={isDue ? 'warning' : 'neutral'}>{isDue ? `${text} missing` : `${text} to go`}</Pill>;
};
