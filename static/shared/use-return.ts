import { useEffect, useRef } from 'react';
import { usePartInSight } from './part-in-sight';
import { useChangesElsewhere } from './use-changes-elsewhere';

/** A click into the frame also gives it focus: only who was away for a while may have changed something elsewhere. */
const AWAY_IN_MS = 10_000;

/**
 * Calls back when the person returns to the page, or to this part of it, after having been elsewhere for a while; to this
 * part also when something was saved in another.
 */
export const useReturn = (onReturn: () => void): void => {
  const isInSight = usePartInSight();
  const leftAt = useRef<number | null>(null);
  const latest = useRef(onReturn);
  useEffect(() => void (latest.current = onReturn), [onReturn]);
  useChangesElsewhere(() => {
    // Once is enough, however long ago this part was left.
    leftAt.current = null;
    latest.current();
  });
  useEffect(() => {
    const leave = (): void => void (leftAt.current ??= Date.now());
    const come = (): void => {
      if (leftAt.current !== null && Date.now() - leftAt.current >= AWAY_IN_MS) latest.current();
      leftAt.current = null;
    };
    if (!isInSight) return leave();
    come();
    const turn = (): void => (document.visibilityState === 'hidden' ? leave() : come());
    window.addEventListener('blur', leave);
    window.addEventListener('focus', come);
    document.addEventListener('visibilitychange', turn);
    return () => {
      window.removeEventListener('blur', leave);
      window.removeEventListener('focus', come);
      document.removeEventListener('visibilitychange', turn);
    };
  }, [isInSight]);
};
