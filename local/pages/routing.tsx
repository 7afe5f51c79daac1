import type { AnchorHTMLAttributes, MouseEvent, ReactElement } from 'react';
import { createStore } from './store';
import { setAccount } from './session';

/** The page's address without its origin. */
export const address = createStore(currentAddress());

/** Goes to another page of the site without loading it anew. */
export const goTo = (href: string): void => {
  const target = new URL(href, location.href);
  const as = target.searchParams.get('as');
  if (as !== null) setAccount(as);
  target.searchParams.delete('as');
  history.pushState(null, '', target);
  address.set(currentAddress());
  scrollTo(0, 0);
};

/** Changes the address and leaves the page alone, for what lives below a page's own path. */
export const changeAddress = (href: string, state: unknown, replace: boolean): void => {
  if (replace) history.replaceState(state, '', href);
  else history.pushState(state, '', href);
  address.set(currentAddress());
};

export const followHistory = (): void => addEventListener('popstate', () => address.set(currentAddress()));

/** A link within the site. */
export const Link = (
  props: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string },
): ReactElement => (
  <a
    {...props}
    onClick={(event: MouseEvent<HTMLAnchorElement>) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      props.onClick?.(event);
      goTo(props.href);
    }}
  />
);

function currentAddress(): string {
  return location.pathname + location.search;
}
