import type { Found } from './jql-search';
import type { Issue } from './model';
import { offsetToken, placeOf } from './page-token';

export type Window = {
  readonly issues: readonly Issue[];
  /** What the next page is asked for with; `null` on the last one. */
  readonly nextPageToken: string | null;
};

/**
 * The page of what was found that a token leads to, of so many issues. It begins after the issue that ended the last
 * page, wherever that has moved, so that writes between pages neither repeat nor drop issues.
 * @throws 400 for a token that was not given for this question.
 */
export const windowOf = (
  { issues, order }: Found,
  token: string | null,
  question: string,
  size: number,
): Window => {
  const { offset, after } = placeOf(token, question);
  const before = after === null ? null : (issues.find(({ id }) => id === after) ?? null);
  const lost = after !== null && before === null;
  const found = lost ? order.all(issues).slice(offset) : order.first(issues, size + 1, before);
  const page = found.slice(0, size);
  const last = page.at(-1);
  const isLast = found.length <= size;
  return {
    issues: page,
    nextPageToken: isLast || !last ? null : offsetToken(offset + page.length, question, last.id),
  };
};
