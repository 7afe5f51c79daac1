import { formatDay, formatValue } from '../../../src/domain/figure-words';
import type { IntendedAdvance } from '../intended-advance';
import { shortWords } from '../short-words';
import styles from './slide.module.css';

/** What the sprint was to move, against what moved. */
export const IntendedWords = ({
  intended: said,
  unit,
}: {
  readonly intended: IntendedAdvance;
  readonly unit: string;
}) => {
  const { advance, intended, value, judgedOn } = said;
  const from = formatValue(advance.valueThen, unit);
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
          on {formatDay(judgedOn)}: {shortWords(said, unit)}
        </dd>
      </div>
    </dl>
  );
};
