import ProgressBar from '@atlaskit/progress-bar';
import { clamp } from '../../src/domain/progress';
import { formatPercent } from '../../src/domain/figure-words';
import styles from './progress.module.css';

/** Progress as a bar, which ends at 0 and 1, and as a number, which does not. `of` names what progresses. */
export const Progress = ({ ratio, of }: { readonly ratio: number; readonly of: string }) => (
  <span className={styles.progress}>
    <span className={styles.bar}>
      <ProgressBar
        value={clamp(ratio)}
        ariaLabel={`Progress of ${of}: ${formatPercent(ratio)}`}
        appearance={ratio >= 1 ? 'success' : 'default'}
      />
    </span>
    <span className={styles.number}>{formatPercent(ratio)}</span>
  </span>
);
