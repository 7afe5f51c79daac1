import { useId, type ReactNode } from 'react';
import styles from './form.module.css';

/** What a control needs to belong to its field. */
export type ControlProps = {
  readonly id: string;
  readonly isInvalid: boolean;
  readonly 'aria-describedby': string | undefined;
};

/** A labelled control with what is wrong with it. */
export const Field = ({
  label,
  hint,
  error,
  children,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly error: string | undefined;
  readonly children: (control: ControlProps) => ReactNode;
}) => {
  const id = useId();
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, isInvalid: error !== undefined, 'aria-describedby': about || undefined })}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
};
