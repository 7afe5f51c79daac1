import Button from '@atlaskit/button/new';
import { useId } from 'react';
import { IssueLink } from '../../shared/issue-link';
import styles from './bulk.module.css';
import { kindOf } from './bulk-job';
import type { BulkStage } from './bulk-store';
import { countDone, countOf, doneWords, issuesInWords, reasonOf, type TitleOf } from './bulk-words';

type Props = {
  readonly stage: Extract<BulkStage, { readonly name: 'ended' }>;
  readonly titleOf: TitleOf;
  readonly summaryOf: (issueId: string) => string;
  readonly onGoOn: () => void;
  readonly onTryAgain: () => void;
  readonly onClose: () => void;
};

/** What of an action is done and what is not, issue by issue, and how to go on. */
export const Ended = ({ stage, titleOf, summaryOf, onGoOn, onTryAgain, onClose }: Props) => {
  const { job, plan, stoppedBy } = stage;
  const heading = useId();
  const unknown = countOf(plan, ['sent', 'written']);
  const waiting = countOf(plan, ['waiting']);
  const undone = plan.filter((item) => reasonOf(item, titleOf) !== null);
  return (
    <section className={styles.panel} aria-labelledby={heading}>
      <h2 id={heading} className={styles.heading} tabIndex={-1} data-focus="ended">
        {doneWords(job, countDone(plan), titleOf, plan.length)}
      </h2>
      {stoppedBy && <p className={styles.error}>{stoppedBy.message}</p>}
      {unknown > 0 && (
        <p className={styles.text}>{`Not known for ${issuesInWords(unknown)}: no answer came.`}</p>
      )}
      {waiting > 0 && <p className={styles.text}>{`Not begun for ${issuesInWords(waiting)}.`}</p>}
      {undone.length > 0 && (
        <div>
          <p className={styles.text}>{`Not done for ${issuesInWords(undone.length)}:`}</p>
          <ul className={styles.list} tabIndex={0} aria-label="Issues for which it was not done">
            {undone.map((item) => (
              <li key={item.issueId}>
                <IssueLink issueKey={item.issueKey} /> {summaryOf(item.issueId)}
                <br />
                {reasonOf(item, titleOf)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.buttons}>
        {unknown + waiting > 0 && (
          <Button appearance="primary" onClick={onGoOn}>
            {unknown > 0 ? 'Look again and go on' : 'Go on'}
          </Button>
        )}
        {unknown + waiting === 0 && mayTryAgain(stage) && (
          <Button appearance="primary" onClick={onTryAgain}>
            Try again
          </Button>
        )}
        <Button appearance="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
    </section>
  );
};

/** What others wrote meanwhile is taken for the ground to go on from; an undo leaves it alone. */
const mayTryAgain = ({ job, plan }: Props['stage']): boolean =>
  countOf(plan, ['failed', 'forbidden']) > 0 ||
  (job.undoes === null && kindOf(job.action) === 'tags' && countOf(plan, ['changed']) > 0);
