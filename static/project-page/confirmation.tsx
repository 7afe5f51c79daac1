import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef } from 'react';
import type { Problem } from '../../src/contract/outcome';
import { SavingNote } from '../shared/saving-note';
import styles from './page.module.css';

/** Asks in the flow of the page before something is done; Escape means no. */
export const Confirmation = ({
  question,
  consequence,
  submitText,
  isSaving,
  problem,
  onConfirm,
  onCancel,
}: {
  readonly question: string;
  readonly consequence: string;
  readonly submitText: string;
  readonly isSaving: boolean;
  /** Why it was not done; the question stays, so that it can be tried again. */
  readonly problem: Problem | null;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}) => {
  const about = useId();
  const submit = useRef<HTMLButtonElement>(null);
  useEffect(() => submit.current?.focus(), []);
  return (
    <div
      className={styles.confirm}
      role="group"
      aria-label={question}
      aria-describedby={about}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <span id={about}>
        {question} {consequence}
      </span>
      <Button
        ref={submit}
        appearance="primary"
        spacing="compact"
        isLoading={isSaving}
        aria-describedby={about}
        onClick={onConfirm}
      >
        {submitText}
      </Button>
      <Button appearance="subtle" spacing="compact" onClick={onCancel}>
        Cancel
      </Button>
      <SavingNote isSaving={isSaving} />
      {problem && <span role="alert">{problem.message}</span>}
    </div>
  );
};
