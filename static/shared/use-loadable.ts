import { useCallback, useEffect, useRef, useState } from 'react';
import { toProblem, type Loadable } from './loading';
import { showProblem } from './platform';

/**
 * Loads when first shown and whenever `load` changes; `reload` loads again and keeps showing what was there, also when
 * that fails, which a flag says then. An answer that comes after a newer question is dropped.
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
  const isReady = useRef(false);

  const show = useCallback((next: Loadable<T>): void => {
    isReady.current = next.state === 'ready';
    setLoadable(next);
  }, []);

  const reload = useCallback(async (): Promise<void> => {
    question.current += 1;
    const mine = question.current;
    if (!isReady.current) show({ state: 'loading' });
    const answer = await load().then(
      (value): Loadable<T> => ({ state: 'ready', value }),
      (error: unknown): Loadable<T> => ({ state: 'error', problem: toProblem(error) }),
    );
    if (mine !== question.current) return;
    if (answer.state === 'error' && isReady.current) showProblem(answer.problem);
    else show(answer);
  }, [load, show]);

  const set = useCallback(
    (value: T): void => {
      question.current += 1;
      show({ state: 'ready', value });
    },
    [show],
  );

  useEffect(() => {
    isReady.current = false;
    void reload();
    return () => {
      question.current += 1;
    };
  }, [reload]);

  return { loadable, reload, set };
};
