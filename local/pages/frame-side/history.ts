import type { AppLocation, HistoryAction } from '../frame/app-location';
import type { Ask } from '../frame/rpc';

type Listener = (location: AppLocation, action: HistoryAction) => void;

/**
 * The app's own history over the page's address, with the calls of version 4 of `history`: at once for the caller, then
 * shown by the page, whose back and forward buttons are told to the listeners.
 *
 * @throws when the module has no place in the page's address.
 */
export const createHistory = async (ask: Ask): Promise<unknown> => {
  const listeners = new Set<Listener>();
  const history = {
    length: 1,
    action: 'POP' as HistoryAction,
    location: { pathname: '/', search: '', hash: '', state: undefined } as AppLocation,
    push: (to: string | Partial<AppLocation>, state?: unknown) => change('PUSH', to, state),
    replace: (to: string | Partial<AppLocation>, state?: unknown) => change('REPLACE', to, state),
    go: (steps: number) => void ask('historyGo', steps),
    goBack: () => void ask('historyGo', -1),
    goForward: () => void ask('historyGo', 1),
    createHref: ({ pathname = '/', search = '', hash = '' }: Partial<AppLocation>) =>
      pathname + search + hash,
    listen: (listener: Listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const arrive = (location: AppLocation, action: HistoryAction): void => {
    history.location = location;
    history.action = action;
    for (const listener of listeners) listener(location, action);
  };
  const change = (action: 'PUSH' | 'REPLACE', to: string | Partial<AppLocation>, state?: unknown): void => {
    const location = resolve(to, history.location, state);
    if (action === 'PUSH') history.length++;
    void ask('historyChange', { action, location });
    arrive(location, action);
  };
  history.location = (await ask('createHistory', arrive)) as AppLocation;
  return history;
};

const resolve = (to: string | Partial<AppLocation>, from: AppLocation, state: unknown): AppLocation => {
  if (typeof to !== 'string') {
    return { pathname: from.pathname, search: '', hash: '', state, ...to };
  }
  const { pathname, search, hash } = new URL(to, `http://app${from.pathname}`);
  return { pathname, search, hash, state };
};
