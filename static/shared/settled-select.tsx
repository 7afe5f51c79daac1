import { useEffect, useRef, useState, type SelectHTMLAttributes } from 'react';

/**
 * A list of which every choice is costly. The arrow keys choose one after the other while the list is closed: where they
 * come to rest is what is chosen, and what they pass is only shown. Whatever else chooses is heard at once.
 */
export const SettledSelect = ({
  value,
  onChoose,
  children,
  ...native
}: Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange' | 'onBlur'> & {
  readonly value: string | number;
  readonly onChoose: (value: string) => void;
}) => {
  const [passed, setPassed] = useState<string | null>(null);
  const isByKey = useRef(false);
  const latest = useRef(onChoose);
  useEffect(() => void (latest.current = onChoose), [onChoose]);
  useEffect(() => {
    if (passed === null) return;
    const rest = setTimeout(() => {
      setPassed(null);
      latest.current(passed);
    }, REST_MS);
    return () => clearTimeout(rest);
  }, [passed]);
  const settle = (choice: string): void => {
    setPassed(null);
    onChoose(choice);
  };
  return (
    <select
      {...native}
      value={passed ?? value}
      onKeyDown={({ key }) => (isByKey.current = key !== 'Enter')}
      onPointerDown={() => (isByKey.current = false)}
      onChange={({ target }) => (isByKey.current ? setPassed(target.value) : settle(target.value))}
      onBlur={() => passed !== null && settle(passed)}
    >
      {children}
    </select>
  );
};

/** Long enough to press a key again. */
const REST_MS = 400;
