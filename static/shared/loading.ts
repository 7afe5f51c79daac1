import { useCallback, useEffect, useRef, useState } from 'react';
import type { Outcome, Problem } from '../../src/contract/outcome';
import { problemOf } from '../../src/contract/outcome';

export type Loadable<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'error'; readonly problem: Problem }
  | { readonly state: 'ready'; readonly value: T };

/** The value of an outcome; a problem is thrown, so that one `catch` serves resolvers and Jira alike. */
export const unwrap = <T>(outcome: Outcome<T>): T => {
  if (outcome.ok) return outcome.value;
  throw Object.assign(new Error(outcome.error.message), { problem: outcome.error });
};

/** What to tell a person of anything that was thrown. */
export const toProblem = (error: unknown): Problem =>
  problemOf(error) ?? {
    code: 'unexpected',
    message:
      'Throughline could not be reached. What you see was not changed. Check your connection and try again.',
  };

/**
 * Loads when first shown and whenever `load` changes; `reload` loads again and keeps showing what was there. An answer
 * that comes after a newer question is dropped.
 */
export const useLoadable = <T>(
  load: () => Promise<T>,
): {
  readonly loadable: Loadable<T>;
  readonly reload: () => Promise<void>;
  readonly set: (value: T) => void;
} => {
  const [loadable, setLoadable] = useState<Loadable<T>>({ state: 'loading' });
  const question = useRef(0);

  const reload = useCallback(async (): Promise<void> => {
    question.current += 1;
    const mine = question.current;
    const answer = await load().then(
      (value): Loadable<T> => ({ state: 'ready', value }),
      (error: unknown): Loadable<T> => ({ state: 'error', problem: toProblem(error) }),
    );
    if (mine === question.current) setLoadable(answer);
  }, [load]);

  const set = useCallback((value: T): void => {
    question.current += 1;
    setLoadable({ state: 'ready', value });
  }, []);

  useEffect(() => {
    setLoadable({ state: 'loading' });
    void reload();
    return () => {
      question.current += 1;
    };
  }, [reload]);

  return { loadable, reload, set };
};
