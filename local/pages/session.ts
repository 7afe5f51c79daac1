import type { ColorMode } from './frame/handshake';
import { createStore } from './store';

/** Who looks, by user name; empty for somebody who is not logged in. Kept in the browser. */
export const account = createStore<string>('');
export const colorMode = createStore<ColorMode>('light');

/** Takes account and theme from `?as=` and `?theme=`, else from the last visit; the address loses what was taken. */
export const startSession = (): void => {
  const address = new URL(location.href);
  const systemDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const theme = address.searchParams.get('theme') ?? localStorage.getItem('theme');
  setColorMode(theme === 'dark' || (theme === null && systemDark) ? 'dark' : 'light', theme !== null);
  setAccount(address.searchParams.get('as') ?? localStorage.getItem('account') ?? 'admin');
  address.searchParams.delete('as');
  address.searchParams.delete('theme');
  if (address.href !== location.href) history.replaceState(history.state, '', address);
};

export const setAccount = (userName: string): void => {
  localStorage.setItem('account', userName);
  account.set(userName);
};

export const setColorMode = (mode: ColorMode, remember = true): void => {
  if (remember) localStorage.setItem('theme', mode);
  const { dataset } = document.documentElement;
  dataset['theme'] = 'light:light dark:dark spacing:spacing shape:shape typography:typography motion:motion';
  dataset['colorMode'] = mode;
  colorMode.set(mode);
};
