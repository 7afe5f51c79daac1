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
