import { lazy, Suspense, useState } from 'react';
import type { TaggedLine } from '../../src/domain/sprint-ledger';
import styles from './issue-list.module.css';

/** Issues behind a number, shown when opened. */
export const IssueList = ({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly TaggedLine[];
}) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.list} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {title} ({lines.length})
      </summary>
      {isOpen && (
        <Suspense fallback={null}>
          <IssueLines lines={lines} label={title} />
        </Suspense>
      )}
    </details>
  );
};

const IssueLines = lazy(async () => ({ default: (await import('./issue-lines')).IssueLines }));
