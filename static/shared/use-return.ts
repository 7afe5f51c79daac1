import { useEffect, useRef } from 'react';
import { changesSoFar } from './changes';
import { usePartInSight } from './part-in-sight';

/** A click into the frame also gives it focus: only who was away for a while may have changed something elsewhere. */
const AWAY_IN_MS = 10_000;

/**
 * Calls back when the person returns to the page after having been elsewhere for a while, or to this part of it, then also
 * when something was saved in another part.
 */
export const useReturn = (onReturn: () => void): void => {
  const isInSight = usePartInSight();
  const leftAt = useRef<number | null>(null);
  /** What had been saved when another part came into sight. */
  const known = useRef<number | null>(null);
  const latest = useRef(onReturn);
  useEffect(() => void (latest.current = onReturn), [onReturn]);
  useEffect(() => {
    const leave = (): void => void (leftAt.current ??= Date.now());
    const come = (isChanged = false): void => {
      if (isChanged || (leftAt.current !== null && Date.now() - leftAt.current >= AWAY_IN_MS))
        latest.current();
      leftAt.current = null;
    };
    if (!isInSight) {
      known.current = changesSoFar();
      return leave();
    }
    come(known.current !== null && known.current !== changesSoFar());
    known.current = null;
    const focus = (): void => come();
    const turn = (): void => (document.visibilityState === 'hidden' ? leave() : come());
    window.addEventListener('blur', leave);
    window.addEventListener('focus', focus);
    document.addEventListener('visibilitychange', turn);
    return () => {
      window.removeEventListener('blur', leave);
      window.removeEventListener('focus', focus);
      document.removeEventListener('visibilitychange', turn);
    };
  }, [isInSight]);
};
