/** A value that is replaced, never changed, and tells who listens when it is. */
export type Cell<T> = {
  readonly get: () => T;
  readonly update: (change: Partial<T>) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export const createCell = <T>(initial: T): Cell<T> => {
  const listeners = new Set<() => void>();
  let value = initial;
  return {
    get: () => value,
    update: (change) => {
      value = { ...value, ...change };
      listeners.forEach((listener) => listener());
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
