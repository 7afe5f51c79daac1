import Button from '@atlaskit/button/new';
import { useState } from 'react';
import styles from './issue-list.module.css';
import { IssueRow } from './issue-row';
import type { SprintIssue } from '../shared/sprint-work';

/** Issues behind a number, shown when opened. */
export const IssueList = ({
  title,
  issues,
}: {
  readonly title: string;
  readonly issues: readonly SprintIssue[];
}) => {
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(FIRST);
  return (
    <details className={styles.list} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title} ({issues.length})
      </summary>
      {open && (
        <ul>
          {issues.slice(0, shown).map((issue) => (
            <IssueRow key={issue.id} issue={issue} />
          ))}
        </ul>
      )}
      {open && issues.length > shown && (
        <Button appearance="subtle" spacing="compact" onClick={() => setShown(issues.length)}>
          Show all {issues.length}
        </Button>
      )}
    </details>
  );
};

const FIRST = 25;
