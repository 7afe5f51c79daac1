import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { EXEMPTION_REASONS, LONGEST_EXEMPTION_NOTE, type ExemptionReason } from '../../src/domain/tag';
import { EXEMPTION_REASON_NAMES } from './exemption-reason';
import styles from './exemption-form.module.css';

type Exemption = { readonly reason: ExemptionReason; readonly note: string };

type Props = {
  readonly exemption: Exemption | null;
  /** What the reasons end; what one issue needs unless given. */
  readonly legend?: string;
  /** What the button says. */
  readonly save?: string;
  /** Whether it may be saved already. */
  readonly isReady?: boolean;
  readonly onSave: (exemption: Exemption) => void;
  readonly onCancel: () => void;
};

/** Why an issue, or several, serve no key result. */
export const ExemptionForm = ({
  exemption,
  legend = ONE,
  save = 'Save',
  isReady = true,
  onSave,
  onCancel,
}: Props) => {
  const [reason, setReason] = useState<ExemptionReason | null>(exemption?.reason ?? null);
  const [note, setNote] = useState(exemption?.note ?? '');
  const [isRefused, setRefused] = useState(false);
  const reasons = useRef<HTMLFieldSetElement>(null);
  const noteId = useId();
  const errorId = useId();
  const error = isRefused && reason === null ? { 'aria-invalid': true, 'aria-describedby': errorId } : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason === null) {
      setRefused(true);
      reasons.current?.querySelector('input')?.focus();
      return;
    }
    if (isReady) onSave({ reason, note: note.trim() });
  };
  const cancelOnEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel();
  };
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={cancelOnEscape}>
      <fieldset ref={reasons} className={styles.reasons}>
        <legend className={styles.legend}>{legend}</legend>
        {EXEMPTION_REASONS.map((candidate) => (
          <label key={candidate} className={styles.reason}>
            <input
              type="radio"
              name="reason"
              value={candidate}
              checked={candidate === reason}
              autoFocus={candidate === (reason ?? EXEMPTION_REASONS[0])}
              onChange={() => setReason(candidate)}
              {...error}
            />
            {EXEMPTION_REASON_NAMES[candidate]}
          </label>
        ))}
        {error && (
          <p id={errorId} role="alert" className={styles.error}>
            Choose a reason.
          </p>
        )}
      </fieldset>
      <label htmlFor={noteId} className={styles.legend}>
        Note (optional)
      </label>
      <TextArea
        id={noteId}
        value={note}
        maxLength={LONGEST_EXEMPTION_NOTE}
        minimumRows={2}
        resize="smart"
        onChange={(event) => setNote(event.target.value)}
      />
      <div className={styles.choices}>
        <Button type="submit" appearance="primary" spacing="compact" isDisabled={!isReady}>
          {save}
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
};

const ONE = 'Serves no key result, because it is';
