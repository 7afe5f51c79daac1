import { numberParameter } from './query';
import type { Call } from './route';

export const PAGE_PARAMETERS = ['startAt', 'maxResults'] as const;

export type Page<Item> = {
  readonly startAt: number;
  readonly maxResults: number;
  readonly total: number;
  readonly isLast: boolean;
  readonly values: Item[];
};

/** Where this page is and, unless it is the last, the next: pages of the platform's API say so, the Agile API's do not. */
export const pageLinks = (
  { state, query }: Call,
  path: string,
  { startAt, maxResults, isLast }: Page<unknown>,
): { readonly self: string; readonly nextPage?: string } => {
  const next = new URLSearchParams(query);
  next.set('startAt', String(startAt + maxResults));
  next.set('maxResults', String(maxResults));
  return { self: state.link(path), ...(isLast ? {} : { nextPage: state.link(`${path}?${next}`) }) };
};

/** The asked-for page of a list. Jira lowers a `maxResults` over its cap without a word, and so does this. */
export const pageOf = <Item>(
  call: Call,
  items: readonly Item[],
  { size, most }: { readonly size: number; readonly most: number },
): Page<Item> => {
  const startAt = numberParameter(call, 'startAt', 0);
  const maxResults = Math.min(numberParameter(call, 'maxResults', size), most);
  const values = items.slice(startAt, startAt + maxResults);
  return {
    startAt,
    maxResults,
    total: items.length,
    isLast: startAt + values.length >= items.length,
    values,
  };
};
