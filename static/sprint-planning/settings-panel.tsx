import Button from '@atlaskit/button/new';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import forms from '../shared/form.module.css';
import { SavingNote } from '../shared/saving-note';
import styles from './planning.module.css';
import type { SettingsForm } from './use-settings';

/** A form over a part of a board's settings. Takes the focus when it opens; Escape gives it up. */
export const SettingsPanel = ({
  title,
  form: { isSaving, problem, theirs, takeTheirs },
  theirsInWords,
  onSubmit,
  onClose,
  children,
}: {
  readonly title: string;
  readonly form: SettingsForm;
  readonly theirsInWords: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) => {
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => element.current?.querySelector<HTMLElement>('select, input')?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isSaving) onSubmit();
  };
  return (
    <form
      ref={element}
      className={forms.panel}
      aria-label={title}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      {children}
      {problem && (
        <div role="alert" className={theirs ? styles.ask : forms.problem}>
          <p>{problem.message}</p>
          {theirs && <p>Set by somebody else: {theirsInWords}. Save sets yours instead.</p>}
        </div>
      )}
      <div className={forms.buttons}>
        <Button type="submit" appearance="primary" isLoading={isSaving}>
          Save
        </Button>
        {theirs && (
          <Button
            isDisabled={isSaving}
            onClick={() => {
              takeTheirs();
              onClose();
            }}
          >
            Take theirs
          </Button>
        )}
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <SavingNote isSaving={isSaving} />
      </div>
    </form>
  );
};
