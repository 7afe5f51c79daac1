import { useId } from 'react';
import styles from './form.module.css';

/** How sure the person is of the target, on a scale of eleven steps. */
export const ConfidenceField = ({
  value,
  onChange,
  error,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}) => {
  const name = useId();
  return (
    <fieldset className={styles.scale} aria-describedby={error ? `${name}-error` : undefined}>
      <legend>Confidence in reaching the target</legend>
      <div className={styles.steps}>
        {STEPS.map((step) => (
          <label key={step}>
            <input
              type="radio"
              name={name}
              value={step}
              checked={value === step}
              aria-invalid={error !== undefined}
              onChange={() => onChange(step)}
            />
            <span>{step}</span>
          </label>
        ))}
      </div>
      <p className={styles.ends} aria-hidden="true">
        <span>No hope</span>
        <span>Certain</span>
      </p>
      {error && (
        <p id={`${name}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
};

const STEPS = Array.from({ length: 11 }, (_, step) => String(step));
