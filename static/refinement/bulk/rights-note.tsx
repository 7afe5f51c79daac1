import { ProblemMessage } from '../../shared/problem-message';
import { formatNumber } from '../../../src/domain/figure-words';
import { IssueLink } from '../../shared/issue-link';
import type { Loadable } from '../../shared/loading';
import styles from './bulk.module.css';
import type { Checked } from './bulk-check';
import { issuesInWords } from './bulk-words';

/** Which of the chosen issues may be edited, told before anything happens. Says nothing where it is all of them. */
export const RightsNote = ({
  checked,
  summaryOf,
  onRetry,
}: {
  readonly checked: Loadable<Checked>;
  readonly summaryOf: (issueId: string) => string;
  readonly onRetry: () => void;
}) => {
  if (checked.state === 'error') return <ProblemMessage problem={checked.problem} onRetry={onRetry} />;
  return (
    <div aria-live="polite">
      {checked.state === 'loading' ? (
        <p className={styles.hint}>Checking which of them you may edit…</p>
      ) : (
        <Halves checked={checked.value} summaryOf={summaryOf} />
      )}
    </div>
  );
};

const Halves = ({
  checked: { editable, others },
  summaryOf,
}: {
  readonly checked: Checked;
  readonly summaryOf: (issueId: string) => string;
}) => {
  if (others.length === 0) return null;
  const all = editable.length + others.length;
  return (
    <div className={styles.warning}>
      <p>
        {editable.length === 0
          ? `You may edit none of these ${issuesInWords(all)}.`
          : `You may edit ${formatNumber(editable.length)} of these ${issuesInWords(all)}. The others stay as they are.`}
      </p>
      <details>
        <summary>{`The ${editable.length === 0 ? '' : 'other '}${issuesInWords(others.length)}`}</summary>
        <ul className={styles.list}>
          {others.map(({ issueId, issueKey }) => (
            <li key={issueId}>
              <IssueLink issueKey={issueKey} /> {summaryOf(issueId)}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
};
