import type { Problem } from '../../src/contract/outcome';
import { toProblem } from './loading';

/** What a search while typing has found. */
export type SearchState<T> = {
  readonly isLoading: boolean;
  /** `null` before anything was searched, and while nothing is typed. */
  readonly found: readonly T[] | null;
  /** Why the last search failed; what was typed can be searched again. */
  readonly problem: Problem | null;
};

export type SearchStore<T> = {
  readonly get: () => SearchState<T>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Searches what is typed now; an answer to what was typed before is dropped. */
  readonly search: (typed: string) => Promise<void>;
  readonly retry: () => Promise<void>;
};

/** Searches while somebody types; a search that failed is not taken for one that found nothing. */
export const createSearch = <T>(find: (typed: string) => Promise<readonly T[]>): SearchStore<T> => {
  let state: SearchState<T> = NOTHING;
  let typed = '';
  let question = 0;
  const listeners = new Set<() => void>();
  const show = (next: SearchState<T>): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const retry = async (): Promise<void> => {
    const mine = (question += 1);
    if (typed === '') return show(NOTHING);
    show({ ...state, isLoading: true, problem: null });
    const next = await find(typed).then(
      (found): SearchState<T> => ({ isLoading: false, found, problem: null }),
      (error: unknown): SearchState<T> => ({ isLoading: false, found: null, problem: toProblem(error) }),
    );
    if (mine === question) show(next);
  };
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    search: (next) => {
      typed = next.trim();
      return retry();
    },
    retry,
  };
};

const NOTHING = { isLoading: false, found: null, problem: null } as const;
