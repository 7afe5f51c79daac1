import { useEffect, useRef, type RefObject } from 'react';

/** The button that opens a form: it has the focus again when the form has closed, unless the person has gone on. */
export const useOpener = (isOpen: boolean): RefObject<HTMLButtonElement> => {
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return opener;
};
