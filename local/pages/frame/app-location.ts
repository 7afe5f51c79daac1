/** Where the app is inside its own part of the page's address. */
export type AppLocation = {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state: unknown;
};

export type HistoryAction = 'PUSH' | 'REPLACE' | 'POP';

/** The app's location when the page is at `address` and the module's part begins at `base`. */
export const toAppLocation = (
  base: string,
  address: { readonly pathname: string; readonly search: string; readonly hash: string },
  state: unknown,
): AppLocation => ({
  pathname: address.pathname.slice(base.length) || '/',
  search: address.search,
  hash: address.hash,
  state,
});

/** The page's address for the app's location. */
export const toAddress = (base: string, { pathname, search, hash }: AppLocation): string =>
  base + (pathname === '/' ? '' : pathname) + search + hash;
