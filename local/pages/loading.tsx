import { useCallback, useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { account } from './session';
import { createStore, useStore } from './store';

export type Loaded<T> = {
  readonly value: T | undefined;
  readonly error: Error | undefined;
  /** Loads again and keeps showing what is there meanwhile. */
  readonly reload: () => void;
};

const reloads = createStore(0);

/** Everything that the page has loaded is loaded again, and stays to be seen meanwhile. */
export const reloadAll = (): void => reloads.set(reloads.get() + 1);

/** Loads when `what` or the account changes. `what` has to name everything that `load` depends on. */
export const useLoaded = <T,>(what: string, load: () => Promise<T>): Loaded<T> => {
  const who = useStore(account);
  const key = `${who} ${what}`;
  const [state, setState] = useState<{ key: string; value?: T; error?: Error }>({ key });
  const [count, setCount] = useState(0);
  const all = useStore(reloads);
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    let current = true;
    latest.current().then(
      (value) => current && setState({ key, value }),
      (error: Error) => current && setState({ key, error }),
    );
    return () => {
      current = false;
    };
  }, [key, count, all]);
  const reload = useCallback(() => setCount((before) => before + 1), []);
  const fresh = state.key === key;
  return { value: fresh ? state.value : undefined, error: fresh ? state.error : undefined, reload };
};

/** What is loaded, or a line that says it is loading, or why it is not there. */
export const Show = <T,>({
  loaded,
  children,
}: {
  readonly loaded: Loaded<T>;
  readonly children: (value: T) => ReactNode;
}): ReactElement => {
  if (loaded.error) {
    return (
      <p className="problem" role="alert">
        {loaded.error.message}{' '}
        <button type="button" onClick={loaded.reload}>
          Try again
        </button>
      </p>
    );
  }
  if (loaded.value === undefined) return <p className="quiet">Loading…</p>;
  return <>{children(loaded.value)}</>;
};
