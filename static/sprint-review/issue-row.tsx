import type { TaggedLine } from '../../src/domain/sprint-ledger';
import { IssueLink } from '../shared/issue-link';
import styles from './issue-row.module.css';
import type { IssueWords } from './issue-words';
import { pointsWords, tagChangeWords } from './line-words';
import { Pill } from '../shared/pill';

/** An issue of the sprint: what it is, how it came in, what it was estimated with, and where its tag comes from. */
export const IssueRow = ({
  line,
  words,
  hasStatus,
}: {
  readonly line: TaggedLine;
  /** `undefined` while they are read, `null` of an issue that is gone. */
  readonly words: IssueWords | null | undefined;
  readonly hasStatus: boolean;
}) => {
  const points = pointsWords(line);
  const tagChange = tagChangeWords(line);
  return (
    <li className={styles.row}>
      {words ? (
        <>
          <IssueLink issueKey={words.key} />
          <span className={styles.summary}>{words.summary}</span>
        </>
      ) : (
        <span className={`${styles.summary} ${styles.subtle}`}>
          {words === undefined ? 'Reading…' : 'An issue that was deleted or that you may not see any more'}
        </span>
      )}
      <span className={styles.facts}>
        {line.entrance === 'added' && <Pill tone="information">added</Pill>}
        {points !== null && <span>{points}</span>}
        {tagChange !== null && <span>{tagChange}</span>}
        {words?.inheritedFrom ? (
          <span>
            through <IssueLink issueKey={words.inheritedFrom} />
          </span>
        ) : (
          line.tag?.inherited && <span>through its parent</span>
        )}
        {words && words.note !== '' && <span>{words.note}</span>}
        {words && hasStatus && <Pill tone={TONES[words.status.category]}>{words.status.name}</Pill>}
      </span>
    </li>
  );
};

const TONES = { new: 'neutral', indeterminate: 'information', done: 'success' } as const;
