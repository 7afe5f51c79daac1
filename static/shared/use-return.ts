import { useEffect } from 'react';

/** A click into the frame also gives it focus: only who was away for a while may have changed something elsewhere. */
const AWAY_IN_MS = 10_000;

/** Calls back when the person returns to the page after having been elsewhere. */
export const useReturn = (onReturn: () => void): void => {
  useEffect(() => {
    let leftAt: number | null = null;
    const leave = (): void => void (leftAt ??= Date.now());
    const come = (): void => {
      if (leftAt !== null && Date.now() - leftAt >= AWAY_IN_MS) onReturn();
      leftAt = null;
    };
    const turn = (): void => (document.visibilityState === 'hidden' ? leave() : come());
    window.addEventListener('blur', leave);
    window.addEventListener('focus', come);
    document.addEventListener('visibilitychange', turn);
    return () => {
      window.removeEventListener('blur', leave);
      window.removeEventListener('focus', come);
      document.removeEventListener('visibilitychange', turn);
    };
  }, [onReturn]);
};
