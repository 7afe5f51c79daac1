import { formatChange, formatDay, formatValue } from '../../src/domain/figure-words';
import { besideValue } from '../shared/unit';
import type { IntendedAdvance } from './intended-advance';
import styles from './intended.module.css';
import { Pill } from '../shared/pill';
import { shortWords } from './short-words';
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
  const { advance, actual, judgedOn } = intended;
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
            <Pill tone={toneOf(intended)}>
              {intended.short === 0 ? 'Reached' : shortWords(intended, unit)}
            </Pill>
          </dd>
        </div>
      )}
    </dl>
  );
};

const toneOf = ({ short, isDue }: IntendedAdvance): 'success' | 'warning' | 'neutral' => {
  if (short === 0) return 'success';
  return isDue ? 'warning' : 'neutral';
};
