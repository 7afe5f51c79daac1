import { formatChange, formatDay, formatValue } from '../../../src/domain/figure-words';
import { besideValue } from '../../shared/unit';
import type { IntendedAdvance } from '../intended-advance';
import styles from './slide.module.css';

/** What the sprint was to move, against what moved. */
export const IntendedWords = ({
  intended: { advance, intended, value, short, isDue, judgedOn },
  unit,
}: {
  readonly intended: IntendedAdvance;
  readonly unit: string;
}) => {
  const from = formatValue(advance.valueThen, unit);
  const missing = formatChange(short, besideValue(short, unit));
  return (
    <dl className={styles.pairs}>
      <div>
        <dt>Intended</dt>
        <dd>
          <strong>
            {from} → {formatValue(intended, unit)}
          </strong>{' '}
          by {advance.change}, visible by {formatDay(advance.visibleBy)}
        </dd>
      </div>
      <div>
        <dt>Actual</dt>
        <dd>
          <strong>
            {from} → {formatValue(value, unit)}
          </strong>{' '}
          on {formatDay(judgedOn)}: {short === 0 ? 'reached' : `${missing} ${isDue ? 'missing' : 'to go'}`}
        </dd>
      </div>
    </dl>
  );
};
