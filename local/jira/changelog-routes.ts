import * as v from 'valibot';
import { idOrKey, readBody } from './body';
import { historyJson } from './history-json';
import { findIssues } from './issue-routes';
import type { HistoryEntry } from './model';
import { offsetOf, offsetToken } from './page-token';
import { PAGE_PARAMETERS, pageLinks, pageOf } from './paging';
import { browsing, getIssue } from './permissions';
import { ok, param, type Answer, type Call, type Route } from './route';

export const CHANGELOG_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/issue/{issue}/changelog',
    query: PAGE_PARAMETERS,
    anonymous: true,
    run: (call) => readChangelog(call),
  },
  { method: 'POST', path: '/rest/api/3/changelog/bulkfetch', run: (call) => fetchChangelogs(call) },
];

const readChangelog = (call: Call): Answer => {
  const issue = getIssue(call, param(call, 'issue'));
  const page = pageOf(call, issue.history, { size: 100, most: 100 });
  return ok({
    ...pageLinks(call, `/rest/api/3/issue/${issue.id}/changelog`, page),
    ...page,
    values: page.values.map((entry) => historyJson(call.state, entry)),
  });
};

const bulkFetch = v.strictObject({
  issueIdsOrKeys: v.pipe(v.array(idOrKey), v.minLength(1), v.maxLength(1000)),
  fieldIds: v.optional(v.pipe(v.array(v.string()), v.maxLength(10))),
  maxResults: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)), 1000),
  nextPageToken: v.optional(v.nullable(v.string())),
});

const fetchChangelogs = (call: Call): Answer => {
  const { issueIdsOrKeys, fieldIds, maxResults, nextPageToken } = readBody(call, bulkFetch);
  const question = JSON.stringify([issueIdsOrKeys, fieldIds]);
  const mayBrowse = browsing(call.state, call.caller);
  const entries = findIssues(call, issueIdsOrKeys)
    .filter(mayBrowse)
    .flatMap((issue) => issue.history.flatMap((entry) => narrowed(issue.id, entry, fieldIds)));
  const start = offsetOf(nextPageToken ?? null, question);
  const page = entries.slice(start, start + maxResults);
  const issueIds = [...new Set(page.map(({ issueId }) => issueId))];
  return ok(
    {
      issueChangeLogs: issueIds.map((issueId) => ({
        issueId,
        changeHistories: page
          .filter((each) => each.issueId === issueId)
          .map(({ entry }) => ({ ...historyJson(call.state, entry), created: Date.parse(entry.created) })),
      })),
      ...(start + page.length < entries.length
        ? { nextPageToken: offsetToken(start + page.length, question) }
        : {}),
    },
    issueIds.length,
  );
};

/** The entry with only the items of the fields asked for; nothing where none is left. */
const narrowed = (
  issueId: string,
  entry: HistoryEntry,
  fieldIds: readonly string[] | undefined,
): { readonly issueId: string; readonly entry: HistoryEntry }[] => {
  const items = entry.items.filter(({ fieldId }) => fieldIds?.includes(fieldId) ?? true);
  return items.length > 0 ? [{ issueId, entry: { ...entry, items } }] : [];
};
