import { useEffect, useRef } from 'react';
import styles from './export-panel.module.css';

/** What could not be put into the clipboard, selected, so that one key copies it. */
export const CopyByHand = ({ text }: { readonly text: string }) => {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, [text]);
  return (
    <label className={styles.byHand}>
      Your browser keeps this page from the clipboard. The table is selected here: copy it with the keyboard.
      <textarea ref={area} readOnly rows={6} value={text} />
    </label>
  );
};
