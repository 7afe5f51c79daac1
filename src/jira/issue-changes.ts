import * as v from 'valibot';
import type { IsoInstant } from '../domain/dates';
import type { IssueChange, IssueFacts } from '../domain/issue-history';
import { JSON_HEADERS, readReply, type JiraApi } from './jira-api';

/** Of the changes that come along with an issue Jira gives the latest so many. */
export const MOST_EXPANDED = 40;

/** An entry of an issue's history, as far as it tells what was before. Moments are texts or milliseconds. */
export const historyReply = v.object({
  created: v.union([v.string(), v.number()]),
  items: v.array(
    v.object({
      field: v.string(),
      fieldId: v.optional(v.string()),
      from: v.nullish(v.string()),
      fromString: v.nullish(v.string()),
    }),
  ),
});
export type HistoryReply = v.InferOutput<typeof historyReply>;

/** What entries say of status, estimate and sprints, newest first; entries about other things are left out. */
export const toChanges = (entries: readonly HistoryReply[], pointsField: string | null): IssueChange[] =>
  entries
    .map(({ created, items }) => ({
      at: new Date(created).toISOString() as IsoInstant,
      before: Object.assign({}, ...items.map((item) => beforeOf(item, pointsField))) as Partial<IssueFacts>,
    }))
    .filter(({ before }) => Object.keys(before).length > 0)
    // Entries of one moment stay in the order in which they came, which is the newest first.
    .sort((a, b) => b.at.localeCompare(a.at));

/**
 * All changes of issues, newest first: one request for 1,000 issues and another for each 1,000 of their changes. Costs
 * 1 + its issues in points behind a resolver. No request for no issue.
 */
export const fetchChangesOf = async (
  jira: JiraApi,
  ids: readonly string[],
  pointsField: string | null,
): Promise<Map<string, IssueChange[]>> => {
  const entries = new Map<string, HistoryReply[]>();
  for (let start = 0; start < ids.length; start += MOST_ISSUES) {
    await readChanges(jira, ids.slice(start, start + MOST_ISSUES), entries);
  }
  // Oldest first is how Jira gives them here.
  return new Map([...entries].map(([id, told]) => [id, toChanges(told.reverse(), pointsField)]));
};

const MOST_ISSUES = 1000;

const readChanges = async (
  { requestJira, route }: JiraApi,
  ids: readonly string[],
  entries: Map<string, HistoryReply[]>,
): Promise<void> => {
  let pageToken: string | null = null;
  do {
    const response = await requestJira(route`/rest/api/3/changelog/bulkfetch`, {
      method: 'POST',
      headers: JSON_HEADERS,
      body: JSON.stringify({
        issueIdsOrKeys: ids,
        maxResults: 1000,
        ...(pageToken === null ? {} : { nextPageToken: pageToken }),
      }),
    });
    const page: v.InferOutput<typeof bulkReply> = await readReply(response, bulkReply, 'the histories');
    for (const { issueId, changeHistories } of page.issueChangeLogs) {
      entries.set(issueId, [...(entries.get(issueId) ?? []), ...changeHistories]);
    }
    pageToken = page.nextPageToken ?? null;
  } while (pageToken !== null);
};

const bulkReply = v.object({
  issueChangeLogs: v.array(v.object({ issueId: v.string(), changeHistories: v.array(historyReply) })),
  nextPageToken: v.nullish(v.string()),
});

/** Jira keeps the name of its sprint field, which nobody can change, in histories. */
const SPRINT = 'Sprint';

const beforeOf = (
  { field, fieldId, from, fromString }: HistoryReply['items'][number],
  pointsField: string | null,
): Partial<IssueFacts> => {
  if (field === SPRINT) return { sprintIds: idsIn(from) };
  if (field === 'status') return from ? { statusId: from } : {};
  if (pointsField !== null && fieldId === pointsField) return { points: numberIn(fromString ?? from) };
  return {};
};

/** Jira writes every sprint of the issue, past ones included: `38, 40`. */
const idsIn = (text: string | null | undefined): number[] =>
  (text ?? '')
    .split(',')
    .map((part) => Number.parseInt(part, 10))
    .filter((id) => Number.isSafeInteger(id));

const numberIn = (text: string | null | undefined): number | null => {
  const given = (text ?? '').trim();
  const value = Number(given);
  return given !== '' && Number.isFinite(value) ? value : null;
};
