import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useId, useState, type FormEvent, type KeyboardEvent } from 'react';
import { EXEMPTION_REASONS, LONGEST_EXEMPTION_NOTE, type ExemptionReason } from '../../src/domain/tag';
import { EXEMPTION_REASON_NAMES } from '../shared/exemption-reason';
import styles from './exemption-form.module.css';

type Exemption = { readonly reason: ExemptionReason; readonly note: string };

type Props = {
  readonly exemption: Exemption | null;
  readonly onSave: (exemption: Exemption) => void;
  readonly onCancel: () => void;
};

/** Why the issue serves no key result. */
export const ExemptionForm = ({ exemption, onSave, onCancel }: Props) => {
  const [reason, setReason] = useState<ExemptionReason>(exemption?.reason ?? EXEMPTION_REASONS[0]);
  const [note, setNote] = useState(exemption?.note ?? '');
  const noteId = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSave({ reason, note: note.trim() });
  };
  const cancelOnEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel();
  };
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={cancelOnEscape}>
      <fieldset className={styles.reasons}>
        <legend className={styles.legend}>Serves no key result, because it is</legend>
        {EXEMPTION_REASONS.map((candidate) => (
          <label key={candidate} className={styles.reason}>
            <input
              type="radio"
              name="reason"
              value={candidate}
              checked={candidate === reason}
              autoFocus={candidate === reason}
              onChange={() => setReason(candidate)}
            />
            {EXEMPTION_REASON_NAMES[candidate]}
          </label>
        ))}
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
        <Button type="submit" appearance="primary" spacing="compact">
          Save
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
};
