import type { JiraCaller } from '../seams';
import type { HistoryEntry, Issue } from './model';
import type { Call } from './route';
import { tellOfIssue } from './product-events';
import { APP_ACCOUNT } from './user-json';

export type HistoryItem = HistoryEntry['items'][number];

/** What an edit does to an issue, and what its history tells of it. */
export type FieldChange = { readonly patch: Partial<Issue>; readonly items: readonly HistoryItem[] };

export const NO_CHANGE: FieldChange = { patch: {}, items: [] };

/** Changes an issue, files it anew and, where something is to be told, adds to its history. */
export const changeIssue = (
  { state, caller }: Pick<Call, 'state' | 'caller'>,
  issue: Issue,
  patch: Partial<Issue>,
  items: readonly HistoryItem[],
): void => {
  const now = state.now().toISOString();
  const { properties } = issue;
  state.lag.remember(issue);
  state.issues.changing(issue, () => {
    Object.assign(issue, patch);
    if (items.length === 0) return;
    issue.updated = now;
    issue.history.push({
      id: state.nextHistoryId(),
      created: now,
      author: authorOf(caller),
      items: [...items],
    });
  });
  state.changed('issue', issue.id, tellOfIssue(state, caller, issue, properties, items));
};

type Side = readonly [id: string | null, text: string | null];

/** One line of the changelog: a field's ids and texts before and after. */
export const historyItem = (
  field: string,
  [from, fromString]: Side,
  [to, text]: Side,
  fieldId = field,
): HistoryItem => ({
  field,
  fieldId,
  from,
  fromString,
  to,
  toString: text,
});

/** The account that an entry of a history, or a new issue, is by. */
export const authorOf = (caller: JiraCaller): string | null => {
  if (caller.as === 'app') return APP_ACCOUNT;
  return caller.as === 'user' ? caller.accountId : null;
};
