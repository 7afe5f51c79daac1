import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, type FormEvent, type ReactNode } from 'react';
import type { Problem } from '../../src/contract/outcome';
import styles from './form.module.css';

/** A form in the flow of the page. Takes the focus when it opens, gives it back when it closes. */
export const FormPanel = ({
  title,
  submitText,
  isSaving,
  problem,
  onSubmit,
  onClose,
  children,
}: {
  readonly title: string;
  readonly submitText: string;
  readonly isSaving: boolean;
  readonly problem: Problem | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) => {
  const heading = useId();
  const form = useRef<HTMLFormElement>(null);
  useFocusOf(form);
  useEffect(() => {
    if (problem?.fields) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isSaving) onSubmit();
  };
  return (
    <form
      ref={form}
      className={styles.panel}
      aria-labelledby={heading}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <p id={heading} className={styles.heading}>
        {title}
      </p>
      {children}
      {problem && problem.code !== 'conflict' && (
        <p role="alert" className={styles.problem}>
          {problem.message}
        </p>
      )}
      {problem?.code !== 'conflict' && (
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
