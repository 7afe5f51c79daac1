import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, type FormEvent, type ReactNode } from 'react';
import styles from './form.module.css';
import type { Values } from './rebase';
import type { RecordForm } from './use-record-form';

/** A form in the flow of the page. Takes the focus when it opens, gives it back when it closes. */
export const FormPanel = ({
  title,
  submitText,
  form: { isSaving, problem, submit, conflict },
  onClose,
  children,
}: {
  readonly title: string;
  readonly submitText: string;
  readonly form: Pick<RecordForm<Values>, 'isSaving' | 'problem' | 'submit' | 'conflict'>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) => {
  const heading = useId();
  const place = useRef<HTMLFormElement>(null);
  useFocusOf(place);
  useEffect(() => {
    if (problem?.fields) place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);

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
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <p id={heading} className={styles.heading}>
        {title}
      </p>
      {children}
      {problem && !conflict && (
        <p role="alert" className={styles.problem}>
          {problem.message}
        </p>
      )}
      {!conflict && (
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" isLoading={isSaving}>
            {submitText}
          </Button>
          <Button appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
        </div>
      )}
    </form>
  );
};

const useFocusOf = (form: React.RefObject<HTMLFormElement | null>): void => {
  useEffect(() => {
    const before = document.activeElement;
    form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [form]);
};
