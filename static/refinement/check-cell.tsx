import { useEffect, useRef } from 'react';
import styles from './work-list.module.css';

/** A line's box. The line itself takes the presses and the keys, so that there is one way for each. */
export const CheckCell = ({
  label,
  selected,
}: {
  readonly label: string;
  readonly selected: boolean | 'some';
}) => {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = selected === 'some';
  }, [selected]);
  return (
    <span role="gridcell" className={styles.check}>
      <input
        ref={box}
        type="checkbox"
        tabIndex={-1}
        readOnly
        checked={selected === true}
        aria-label={label}
      />
    </span>
  );
};
