import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { createReading, type Reading } from './reading';

/**
 * Loads when first shown and whenever `load` changes; `reload` loads again and keeps showing what was there, also when
 * that fails, which `freshness` says then.
 */
export const useLoadable = <T>(
  load: () => Promise<T>,
): Reading<T> & {
  readonly reload: () => Promise<void>;
  readonly set: (value: T) => void;
  readonly change: (next: (value: T) => T) => void;
} => {
  const store = useMemo(() => createReading(load), [load]);
  const reading = useSyncExternalStore(store.subscribe, store.get);
  useEffect(() => {
    void store.reload();
    return store.leave;
  }, [store]);
  return { ...reading, reload: store.reload, set: store.set, change: store.change };
};
