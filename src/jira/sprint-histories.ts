import * as v from 'valibot';
import type { IsoInstant } from '../domain/dates';
import type { IssueHistory } from '../domain/issue-history';
import { TAG_PROPERTY } from '../domain/tag';
import { fetchChangesOf, historyReply, MOST_EXPANDED, toChanges } from './issue-changes';
import { fieldNames, ISSUES_PER_PAGE, issueReply, toIssue, type Issue } from './issues';
import { JSON_HEADERS, readReply, type JiraApi } from './jira-api';
import { allOf, anyOf, countedIssues, jqlString } from './jql';

/** An issue with how it came to be as it is. */
export type HistoryIssue = Issue & { readonly history: IssueHistory };

export type HistoryReading = {
  /** The field of the board's estimates, or `null` where it has none. */
  readonly pointsField: string | null;
  /** Histories are needed back to here. */
  readonly since: IsoInstant;
  /** The sprint that what is found is in now, or `null`: no search says it without the name of a field. */
  readonly inSprint: number | null;
};

/** Issues that are in a sprint now, sub-tasks left out. Jira keeps closed sprints on an issue, so carried over work is found. */
export const sprintMembers = (sprintId: number): string =>
  `${allOf(`sprint = ${sprintId}`, countedIssues())} ORDER BY key`;

/**
 * Issues of a project that changed since and are not in a sprint: what has left it is among them. Those first that have been
 * left alone longest, since what left a sprint long ago is not worked on for ever.
 */
export const changedOutside = (projectId: string, sprintId: number, minutes: number): string =>
  `${allOf(
    `project = ${jqlString(projectId)}`,
    countedIssues(),
    `updated >= -${Math.ceil(minutes)}m`,
    anyOf('sprint is EMPTY', `sprint != ${sprintId}`),
  )} ORDER BY updated ASC`;

/**
 * The issues of a search with their histories, page by page: Jira gives the latest 40 changes of each along with it, and
 * what is older is asked for only of those that changed more often since. Costs 1 + its issues in points a page behind a
 * resolver. `onPage` hears how many have come.
 *
 * @param most - About so many issues and no more are read; the second of what is answered says whether there were more.
 */
export const searchHistories = async (
  jira: JiraApi,
  jql: string,
  reading: HistoryReading,
  most: number = Infinity,
  onPage?: (loaded: number) => void,
): Promise<{ readonly issues: readonly HistoryIssue[]; readonly isCut: boolean }> => {
  const found: HistoryIssue[] = [];
  const broken: string[] = [];
  let pageToken: string | null = null;
  do {
    const pageSize = Math.min(ISSUES_PER_PAGE, most - found.length);
    const page: Page = await readPage(jira, jql, reading, pageSize, pageToken);
    // Page by page, so that a browser has time for other things in between.
    found.push(...page.issues.map((issue) => toHistoryIssue(issue, reading)));
    broken.push(...brokenIn(page.issues, reading));
    onPage?.(found.length);
    pageToken = page.nextPageToken ?? null;
  } while (pageToken !== null && found.length < most);
  return { issues: await withOlderChanges(jira, found, broken, reading), isCut: pageToken !== null };
};

/** The same of issues by their ids, 100 a request; those that are gone or may not be seen are left out. */
export const fetchHistories = async (
  jira: JiraApi,
  ids: readonly string[],
  reading: HistoryReading,
): Promise<readonly HistoryIssue[]> => {
  const { requestJira, route } = jira;
  const found: HistoryIssue[] = [];
  const broken: string[] = [];
  for (let start = 0; start < ids.length; start += ISSUES_PER_PAGE) {
    const response = await requestJira(route`/rest/api/3/issue/bulkfetch`, {
      method: 'POST',
      headers: JSON_HEADERS,
      body: JSON.stringify({
        issueIdsOrKeys: ids.slice(start, start + ISSUES_PER_PAGE),
        ...asked(reading),
        expand: ['changelog'],
      }),
    });
    const reply = await readReply(response, v.object({ issues: v.array(foundReply) }), 'the issues');
    found.push(...reply.issues.map((issue) => toHistoryIssue(issue, reading)));
    broken.push(...brokenIn(reply.issues, reading));
  }
  return withOlderChanges(jira, found, broken, reading);
};

const readPage = async (
  { requestJira, route }: JiraApi,
  jql: string,
  reading: HistoryReading,
  pageSize: number,
  pageToken: string | null,
): Promise<Page> => {
  const response = await requestJira(route`/rest/api/3/search/jql`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({
      jql,
      ...asked(reading),
      expand: 'changelog',
      maxResults: pageSize,
      ...(pageToken === null ? {} : { nextPageToken: pageToken }),
    }),
  });
  return readReply(response, pageReply, 'the issues');
};

const fieldsOf = ({ pointsField }: HistoryReading) => ({
  points: pointsField === null ? [] : [pointsField],
  sprint: null,
});

const asked = (reading: HistoryReading) => ({
  fields: [...fieldNames(fieldsOf(reading)), 'created'],
  properties: [TAG_PROPERTY],
});

/** Issues that changed so often since histories are needed that not all of it came along. */
const brokenIn = (issues: readonly Found[], { since }: HistoryReading): string[] =>
  issues
    .filter(({ changelog: { histories } }) => {
      const oldest = histories.at(-1);
      return (
        histories.length >= MOST_EXPANDED &&
        oldest !== undefined &&
        Date.parse(String(oldest.created)) > Date.parse(since)
      );
    })
    .map(({ id }) => id);

/** Asks for all changes of those of which not all came along. No request where there are none. */
const withOlderChanges = async (
  jira: JiraApi,
  found: readonly HistoryIssue[],
  broken: readonly string[],
  { pointsField }: HistoryReading,
): Promise<readonly HistoryIssue[]> => {
  if (broken.length === 0) return found;
  const more = await fetchChangesOf(jira, broken, pointsField);
  return found.map((issue) => {
    const changes = more.get(issue.id);
    return changes ? { ...issue, history: { ...issue.history, changes } } : issue;
  });
};

const toHistoryIssue = (found: Found, reading: HistoryReading): HistoryIssue => {
  const issue = toIssue(found, fieldsOf(reading));
  return {
    ...issue,
    history: {
      id: issue.id,
      createdAt: new Date(found.fields.created).toISOString() as IsoInstant,
      now: {
        statusId: found.fields.status.id,
        points: issue.points,
        sprintIds: reading.inSprint === null ? [] : [reading.inSprint],
      },
      changes: toChanges(found.changelog.histories, reading.pointsField),
    },
  };
};

const { fields: issueFields } = issueReply.entries;

const foundReply = v.object({
  ...issueReply.entries,
  fields: v.looseObject({
    ...issueFields.entries,
    created: v.string(),
    status: v.object({ ...issueFields.entries.status.entries, id: v.string() }),
  }),
  changelog: v.object({ histories: v.array(historyReply) }),
});
type Found = v.InferOutput<typeof foundReply>;
const pageReply = v.object({ issues: v.array(foundReply), nextPageToken: v.nullish(v.string()) });
type Page = v.InferOutput<typeof pageReply>;
