import { useEffect, useId, useRef } from 'react';
import styles from './admin-page.module.css';

/** A field for a file, which goes on saying which one was chosen. */
export const FileChoice = ({
  isDisabled,
  onChoose,
}: {
  readonly isDisabled: boolean;
  readonly onChoose: (file: File) => void;
}) => {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const chosen = useRef<File | null>(null);
  useEffect(() => {
    const field = input.current;
    const restore = (): void => putInto(field, chosen.current);
    field?.addEventListener('cancel', restore);
    return () => field?.removeEventListener('cancel', restore);
  }, []);
  return (
    <div className={styles.file}>
      <label htmlFor={id}>File of an export</label>
      <input
        ref={input}
        id={id}
        type="file"
        accept=".jsonl,application/jsonl"
        disabled={isDisabled}
        onClick={({ currentTarget }) => {
          // The same file can be chosen again, after it was changed say.
          currentTarget.value = '';
        }}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (!file) return;
          chosen.current = file;
          onChoose(file);
        }}
      />
    </div>
  );
};

/** Whoever turns back from choosing another file has the one from before. */
const putInto = (field: HTMLInputElement | null, file: File | null): void => {
  if (!field || !file) return;
  const kept = new DataTransfer();
  kept.items.add(file);
  field.files = kept.files;
};
