import Button from '@atlaskit/button/new';
import { useId, useRef, type FormEvent, type ReactNode } from 'react';
import styles from './form.module.css';
import { SavingNote } from './saving-note';
import type { Values } from './rebase';
import { useOpenTask } from './open-task';
import { useFormFocus } from './use-form-focus';
import type { RecordForm } from './use-record-form';

/** A form in the flow of the page. Takes the focus when it opens, gives it back when it closes. */
export const FormPanel = ({
  title,
  submitText,
  form: { isSaving, problem, submit, conflict },
  children,
}: {
  readonly title: string;
  readonly submitText: string;
  readonly form: Pick<RecordForm<Values>, 'isSaving' | 'problem' | 'submit' | 'conflict'>;
  readonly children: ReactNode;
}) => {
  const { close, asked, takeFocus } = useOpenTask();
  const heading = useId();
  const place = useRef<HTMLFormElement>(null);
  useFormFocus(place, asked, takeFocus, problem);

  const submitOnce = (event: FormEvent): void => {
    event.preventDefault();
    if (!isSaving) submit();
  };
  return (
    <form
      ref={place}
      className={styles.panel}
      aria-labelledby={heading}
      noValidate
      onSubmit={submitOnce}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && close()}
    >
      <p id={heading} className={styles.heading}>
        {title}
      </p>
      {children}
      {problem && !conflict && (
        <p role="alert" className={styles.problem}>
          {problem.message}
          {problem.code !== 'invalid' && ` What you typed is kept here: press “${submitText}” to try again.`}
        </p>
      )}
      {!conflict && (
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" isLoading={isSaving}>
            {submitText}
          </Button>
          <Button appearance="subtle" onClick={close}>
            Cancel
          </Button>
          <SavingNote isSaving={isSaving} />
        </div>
      )}
    </form>
  );
};
