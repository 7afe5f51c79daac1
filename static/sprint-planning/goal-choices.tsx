import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import { SavingNote } from '../shared/saving-note';
import styles from './planning.module.css';
import type { GoalChoice } from './put-goal';

/** Somebody else's goal beside ours: the person says what becomes of it. Nothing is written before. */
export const GoalChoices = ({
  theirs,
  ours,
  isWriting,
  onChoose,
  onLeave,
}: {
  readonly theirs: string;
  readonly ours: string;
  readonly isWriting: boolean;
  readonly onChoose: (choice: GoalChoice) => void;
  readonly onLeave: () => void;
}) => {
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.focus(), []);
  return (
    <div
      ref={group}
      className={styles.ask}
      role="group"
      aria-label="Somebody wrote another goal"
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
    >
      <p role="alert">Somebody wrote another goal. Nothing was changed: choose what becomes of it.</p>
      <div className={styles.sides}>
        <div>
          <h3>In Jira now</h3>
          <p>{theirs}</p>
        </div>
        <div>
          <h3>Ours</h3>
          <p>{ours}</p>
        </div>
      </div>
      <div className={styles.buttons}>
        <Button isDisabled={isWriting} onClick={() => onChoose('below')}>
          Put ours below theirs
        </Button>
        <Button isDisabled={isWriting} onClick={() => onChoose('replace')}>
          Replace theirs
        </Button>
        <Button appearance="subtle" isDisabled={isWriting} onClick={onLeave}>
          Leave theirs
        </Button>
        <SavingNote isSaving={isWriting} />
      </div>
    </div>
  );
};
