import { useEffect, useState } from 'react';
import type { DecidedWork } from './decided-reading';

/**
 * The decided work, read once the list is there and again with it. Without it there are no suggestions, and the list
 * stands all the same.
 */
export const useDecided = (
  read: () => Promise<DecidedWork | null>,
  /** Changes with every reading of the list; `null` until all of it is known. */
  listAsOf: number | null,
): DecidedWork | null => {
  const [work, setWork] = useState<DecidedWork | null>(null);
  useEffect(() => {
    if (listAsOf === null) return;
    let isCurrent = true;
    read().then(
      (found) => isCurrent && setWork(found),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [read, listAsOf]);
  return work;
};
