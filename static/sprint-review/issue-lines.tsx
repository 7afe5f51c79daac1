import Button from '@atlaskit/button/new';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { TaggedLine } from '../../src/domain/sprint-ledger';
import { ProblemMessage } from '../shared/problem-message';
import { IssueRow } from './issue-row';
import styles from './issue-lines.module.css';
import { useReviewPlace } from './review-context';

/** Issues of a list that was opened. What they are called is read now, 100 at a time at most. */
export const IssueLines = ({
  lines,
  label,
}: {
  readonly lines: readonly TaggedLine[];
  readonly label: string;
}) => {
  const { words, hasStatus } = useReviewPlace();
  const { words: known, problem } = useSyncExternalStore(words.subscribe, words.get);
  const [most, setMost] = useState(FIRST);
  const shown = lines.slice(0, most);
  const wanted = shown.map(({ issueId }) => issueId).join(' ');
  useEffect(() => void words.need(wanted.split(' ')), [words, wanted]);
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {shown.map((line) => (
          <IssueRow key={line.issueId} line={line} words={known.get(line.issueId)} hasStatus={hasStatus} />
        ))}
      </ul>
      {problem && (
        <ProblemMessage
          problem={{
            ...problem,
            message: `What the issues are called could not be read. ${problem.message}`,
          }}
          onRetry={() => void words.need(wanted.split(' '))}
        />
      )}
      {lines.length > most && (
        <Button appearance="subtle" spacing="compact" onClick={() => setMost(most + MORE)}>
          {`Show more of ${lines.length}`}
        </Button>
      )}
    </>
  );
};

const FIRST = 25;
const MORE = 100;
