import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import { clamp } from '../../../src/domain/progress';
import { formatNumber } from '../../../src/domain/figure-words';
import styles from './bulk.module.css';
import type { BulkStage } from './bulk-store';
import { countOf, issuesInWords, runningWords } from './bulk-words';

/** How far an action is, with a way to end it. */
export const Running = ({
  stage: { job, plan, share, isStopping },
  onStop,
}: {
  readonly stage: Extract<BulkStage, { readonly name: 'running' }>;
  readonly onStop: () => void;
}) => {
  const words = runningWords(job);
  const through = plan.length - countOf(plan, ['waiting', 'sent']);
  return (
    <section className={styles.panel} aria-label={words} tabIndex={-1} data-focus="running">
      <p className={styles.figures}>
        <span>{`${words} ${issuesInWords(plan.length)}…`}</span>
        <span>{`${formatNumber(through)} of ${formatNumber(plan.length)}`}</span>
      </p>
      <ProgressBar
        value={clamp(share)}
        ariaLabel={`${words}: ${formatNumber(through)} of ${formatNumber(plan.length)}`}
      />
      <div className={styles.buttons}>
        <Button spacing="compact" isDisabled={isStopping} onClick={onStop}>
          {isStopping ? 'Stopping after what Jira has at hand…' : 'Stop'}
        </Button>
      </div>
    </section>
  );
};
