import type { HistoryEntry } from './model';
import { momentJson } from './moment-json';
import type { JiraState } from './state';
import { userById } from './user-json';

type Json = Record<string, unknown>;

/** What histories call a new parent; it is the one change that is told without a `fieldId`. */
export const PARENT_CHANGE = 'IssueParentAssociation';

/** Fields whose changes Jira tells with the accounts once more. */
const PEOPLE = new Set(['assignee', 'reporter']);

/** One entry of a changelog; an entry without an author has none in Jira either. */
export const historyJson = (state: JiraState, { id, author, created, items }: HistoryEntry): Json => {
  const by = userById(state, author);
  return {
    id,
    ...(by ? { author: by } : {}),
    created: momentJson(created),
    items: items.map((item) => ({
      field: item.field,
      fieldtype: item.fieldId.startsWith('customfield_') ? 'custom' : 'jira',
      ...(item.fieldId === PARENT_CHANGE ? {} : { fieldId: item.fieldId }),
      from: item.from,
      fromString: item.fromString,
      to: item.to,
      toString: item.toString,
      ...(PEOPLE.has(item.fieldId) ? { tmpFromAccountId: item.from, tmpToAccountId: item.to } : {}),
    })),
  };
};
