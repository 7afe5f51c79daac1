import { useSyncExternalStore } from 'react';

/** Whether the frame has no room for every column of a table of issues. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);

const query = window.matchMedia('(max-width: 47.99rem)');

const subscribe = (listener: () => void): (() => void) => {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};
