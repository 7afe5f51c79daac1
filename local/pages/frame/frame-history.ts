import { changeAddress } from '../routing';
import { toAddress, toAppLocation, type AppLocation } from './app-location';
import type { Frame, HistoryListener } from './frame-place';

/** Where the app is now; from here on `listener` hears of the browser's back and forward. */
export const followLocation = (frame: Frame, listener: HistoryListener): AppLocation => {
  const base = baseOf(frame);
  const inBase = () => location.pathname === base || location.pathname.startsWith(`${base}/`);
  const tell = () => {
    if (inBase()) void listener(toAppLocation(base, location, history.state), 'POP');
  };
  addEventListener('popstate', tell);
  frame.cleanUp(() => removeEventListener('popstate', tell));
  return toAppLocation(base, location, history.state);
};

/** Shows in the page's address where the app went. */
export const changeLocation = (
  frame: Frame,
  { action, location: to }: { readonly action: 'PUSH' | 'REPLACE'; readonly location: AppLocation },
): void => changeAddress(toAddress(baseOf(frame), to), to.state ?? null, action === 'REPLACE');

const baseOf = ({ place, module }: Frame): string => {
  const base = place().historyBase;
  if (base === undefined) throw new Error(`${module.type} has no place in the page's address for a history.`);
  return base;
};
