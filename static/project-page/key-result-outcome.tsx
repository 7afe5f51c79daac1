import type { KeyResultView } from '../../src/contract/views';
import { currentValue } from '../../src/domain/objective';
import { progressOf } from '../../src/domain/progress';
import { Confidence } from '../shared/confidence';
import { formatNumber, formatValue } from '../../src/domain/figure-words';
import { Progress } from '../shared/progress';
import styles from './tree.module.css';

/** A key result's value on its way to the target, as a bar, an unclamped number, and in its own unit. */
export const KeyResultOutcome = ({ keyResult }: { readonly keyResult: KeyResultView }) => {
  const { metric, latest, title } = keyResult;
  const value = currentValue(keyResult);
  return (
    <div>
      <Progress ratio={progressOf(metric, value)} of={title} />
      <div className={styles.values}>
        <span>
          Now {formatNumber(value)}
          <span aria-hidden="true"> → </span>
          <span className={styles.hidden}> of </span>
          {formatValue(metric.target, metric.unit)}
        </span>
        <Confidence confidence={latest?.confidence ?? null} />
      </div>
    </div>
  );
};
