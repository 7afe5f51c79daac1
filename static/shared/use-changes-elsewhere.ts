import { useEffect, useRef } from 'react';
import { changesSoFar } from './changes';
import { usePartInSight } from './part-in-sight';

/** Calls back when this part of the page comes back into sight and something was saved in another part meanwhile. */
export const useChangesElsewhere = (onChanges: () => void): void => {
  const isInSight = usePartInSight();
  const known = useRef(changesSoFar());
  const latest = useRef(onChanges);
  useEffect(() => void (latest.current = onChanges), [onChanges]);
  useEffect(() => {
    if (!isInSight) return undefined;
    if (known.current !== changesSoFar()) latest.current();
    return () => void (known.current = changesSoFar());
  }, [isInSight]);
};
