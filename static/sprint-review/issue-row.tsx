import Lozenge from '@atlaskit/lozenge';
import { IssueLink } from '../shared/issue-link';
import styles from './issue-row.module.css';
import type { SprintIssue } from '../shared/sprint-work';
import { counted } from '../shared/sprint-words';

/** An issue of the sprint: key, what it is, where its tag comes from, and how far it is. */
export const IssueRow = ({
  issue: { key, summary, status, points, tag, finishedLater },
}: {
  readonly issue: SprintIssue;
}) => (
  <li className={styles.row}>
    <IssueLink issueKey={key} />
    <span className={styles.summary}>{summary}</span>
    <span className={styles.facts}>
      {tag?.inheritedFrom && (
        <span>
          through <IssueLink issueKey={tag.inheritedFrom} />
        </span>
      )}
      {tag?.tag.state === 'exempt' && tag.tag.note !== '' && <span>{tag.tag.note}</span>}
      {points !== null && <span>{counted(points, 'point')}</span>}
      {finishedLater && <span>finished in a later sprint</span>}
      <Lozenge appearance={APPEARANCES[status.category]}>{status.name}</Lozenge>
    </span>
  </li>
);

const APPEARANCES = { new: 'neutral', indeterminate: 'information', done: 'success' } as const;
