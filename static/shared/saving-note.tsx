import { useEffect, useState } from 'react';

/** Says that something is still being saved once it takes longer than people wait without asking. */
export const SavingNote = ({ isSaving }: { readonly isSaving: boolean }) => {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    if (!isSaving) return;
    const timer = setTimeout(() => setIsSlow(true), QUICK_MS);
    return () => {
      clearTimeout(timer);
      setIsSlow(false);
    };
  }, [isSaving]);
  return <span aria-live="polite">{isSlow && 'Still saving…'}</span>;
};

const QUICK_MS = 1_000;
