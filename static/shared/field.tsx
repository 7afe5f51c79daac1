import { useId, type ReactNode } from 'react';
import styles from './form.module.css';

/** What a control needs to belong to its field. */
export type ControlProps = {
  readonly id: string;
  readonly isInvalid: boolean;
  readonly 'aria-describedby': string | undefined;
};

/** A labelled control with what is, or may be, wrong with it. */
export const Field = ({
  label,
  hint,
  warning,
  error,
  children,
}: {
  readonly label: string;
  readonly hint?: string;
  /** What may be a slip and is taken all the same; `null` where there is nothing to say now. */
  readonly warning?: string | null;
  readonly error: string | undefined;
  readonly children: (control: ControlProps) => ReactNode;
}) => {
  const id = useId();
  const about = [hint && `${id}-hint`, warning && `${id}-warning`, error && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, isInvalid: error !== undefined, 'aria-describedby': about || undefined })}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {warning !== undefined && (
        <div role="status">
          {warning && (
            <p id={`${id}-warning`} className={styles.warning}>
              {warning}
            </p>
          )}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
};
