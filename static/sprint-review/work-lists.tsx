import Button from '@atlaskit/button/new';
import { lazy, Suspense, useId, useState } from 'react';
import type { LedgerOutcome, TaggedLine } from '../../src/domain/sprint-ledger';
import styles from './work-lists.module.css';

/** The issues behind a delivery, by what became of them: one row of buttons, and below it the list that is open. */
export const WorkLists = ({ lines }: { readonly lines: readonly TaggedLine[] }) => {
  const [open, setOpen] = useState<LedgerOutcome | null>(null);
  const id = useId();
  const listed = OUTCOMES.map(({ outcome, name }) => ({
    outcome,
    name,
    own: lines.filter((line) => line.outcome === outcome),
  })).filter(({ own }) => own.length > 0);
  if (listed.length === 0) return null;
  const shown = listed.find(({ outcome }) => outcome === open);
  return (
    <div>
      <div className={styles.buttons} role="group" aria-label="Its work">
        {listed.map(({ outcome, name, own }) => (
          <Button
            key={outcome}
            spacing="compact"
            appearance={outcome === open ? 'primary' : 'default'}
            aria-expanded={outcome === open}
            aria-controls={outcome === open ? id : undefined}
            onClick={() => setOpen(outcome === open ? null : outcome)}
          >
            {`${name} (${own.length})`}
          </Button>
        ))}
      </div>
      {shown && (
        <div id={id}>
          <Suspense fallback={<div className={styles.pending} aria-hidden="true" />}>
            <IssueLines key={shown.outcome} lines={shown.own} label={shown.name} />
          </Suspense>
        </div>
      )}
    </div>
  );
};

const IssueLines = lazy(async () => ({ default: (await import('./issue-lines')).IssueLines }));

const OUTCOMES: readonly { readonly outcome: LedgerOutcome; readonly name: string }[] = [
  { outcome: 'completed', name: 'Finished' },
  { outcome: 'not-completed', name: 'Not finished' },
  { outcome: 'removed', name: 'Removed' },
  { outcome: 'completed-elsewhere', name: 'Finished elsewhere' },
];
