import type { Problem } from '../../src/contract/outcome';
import { toProblem, type Loadable } from './loading';

/** What was read of something, when, and why it could not be read anew. */
export type Reading<T> = {
  readonly loadable: Loadable<T>;
  /** How old what is shown is; `null` as long as nothing is. */
  readonly freshness: Freshness | null;
};

export type Freshness = {
  /** When it was read, in milliseconds since 1970. */
  readonly asOf: number;
  /** Why the last look failed; `null` when it did not. */
  readonly problem: Problem | null;
};

export type ReadingStore<T> = {
  readonly get: () => Reading<T>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads again; what is known stays when that fails. An answer that comes after a newer question is dropped. */
  readonly reload: () => Promise<void>;
  /** Shows what was found out otherwise, as a save does. */
  readonly set: (value: T) => void;
  /** The same of a part, beside what other saves have shown since. */
  readonly change: (next: (value: T) => T) => void;
  /** Drops what is still on its way. */
  readonly leave: () => void;
};

/** Holds something that is read, over its life. */
export const createReading = <T>(load: () => Promise<T>, now: () => number = Date.now): ReadingStore<T> => {
  let reading: Reading<T> = { loadable: { state: 'loading' }, freshness: null };
  let question = 0;
  const listeners = new Set<() => void>();
  const show = (next: Reading<T>): void => {
    reading = next;
    for (const listener of listeners) listener();
  };
  const ready = (value: T): Loadable<T> => ({ state: 'ready', value });
  const set = (value: T): void => {
    question += 1;
    show({ loadable: ready(value), freshness: reading.freshness ?? { asOf: now(), problem: null } });
  };

  return {
    get: () => reading,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reload: async () => {
      const mine = (question += 1);
      if (reading.loadable.state === 'error') show({ loadable: { state: 'loading' }, freshness: null });
      try {
        const value = await load();
        if (mine === question) show({ loadable: ready(value), freshness: { asOf: now(), problem: null } });
      } catch (error) {
        if (mine !== question) return;
        const problem = toProblem(error);
        const { loadable, freshness } = reading;
        show(
          freshness
            ? { loadable, freshness: { ...freshness, problem } }
            : { loadable: { state: 'error', problem }, freshness },
        );
      }
    },
    set,
    change: (next) => {
      if (reading.loadable.state === 'ready') set(next(reading.loadable.value));
    },
    leave: () => void (question += 1),
  };
};
