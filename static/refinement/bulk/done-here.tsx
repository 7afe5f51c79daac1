import Button from '@atlaskit/button/new';
import { useId } from 'react';
import { undoOf } from '../../../src/domain/bulk-plan';
import styles from './bulk.module.css';
import type { DoneAction } from './bulk-store';
import { doneWords, type TitleOf } from './bulk-words';

/** What was done here since the page was opened, each with its own way back. */
export const DoneHere = ({
  done,
  titleOf,
  isBusy,
  onUndo,
}: {
  readonly done: readonly DoneAction[];
  readonly titleOf: TitleOf;
  readonly isBusy: boolean;
  readonly onUndo: (action: DoneAction) => void;
}) => {
  const heading = useId();
  if (done.length === 0) return null;
  return (
    <section className={styles.done} aria-labelledby={heading}>
      <h2 id={heading} className={styles.heading} tabIndex={-1} data-focus="done">
        Done here
      </h2>
      <ul className={styles.doneList}>
        {done.map((action) => {
          const words = doneWords(action.job, undoOf(action.plan).length, titleOf);
          return (
            <li key={action.job.id} className={styles.doneRow}>
              <span>{words}</span>
              {action.isUndone ? (
                <span className={styles.hint}>undone</span>
              ) : (
                <Button
                  spacing="compact"
                  appearance="subtle"
                  isDisabled={isBusy}
                  aria-label={`Undo: ${words}`}
                  data-focus="undo"
                  onClick={() => onUndo(action)}
                >
                  Undo
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
