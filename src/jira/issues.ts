import * as v from 'valibot';
import { parseTag, TAG_PROPERTY, troubleWithTag, type Tag, type TagTrouble } from '../domain/tag';
import { levelOf } from './issue-level';
import { JSON_HEADERS, readReply, type JiraApi } from './jira-api';

/** A Jira issue in our words, with its own tag. */
export type Issue = {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly summary: string;
  readonly type: string;
  readonly isSubtask: boolean;
  readonly status: { readonly name: string; readonly category: 'new' | 'indeterminate' | 'done' };
  readonly parent: { readonly id: string; readonly key: string } | null;
  /** The estimate, or `null` where there is none. */
  readonly points: number | null;
  readonly sprintIds: readonly number[];
  readonly assignee: string | null;
  readonly ownTag: Tag | null;
  /** When it was resolved, where `IssueFields` asked for it; `null` while it is not. */
  readonly resolvedAt?: string | null;
};

/** Which custom fields hold what on this site; found once by `boards.ts` and `fields.ts`. */
export type IssueFields = {
  /** Estimation fields of the boards concerned; the first that has a value counts. */
  readonly points: readonly string[];
  readonly sprint: string | null;
  /** Asks for the moment at which an issue was resolved. */
  readonly resolved?: true;
};

export type IssuePage = { readonly issues: readonly Issue[]; readonly nextPageToken: string | null };

/** Jira gives at most 100 issues a page when fields are asked for. */
export const ISSUES_PER_PAGE = 100;

/**
 * One page of a search, as whoever asks may see it. A page may be short without being the last.
 * Costs 1 + its issues in points behind a resolver, nothing in the browser.
 */
export const searchIssues = async (
  { requestJira, route }: JiraApi,
  query: {
    readonly jql: string;
    readonly fields: IssueFields;
    readonly pageToken?: string | null;
    readonly pageSize?: number;
  },
): Promise<IssuePage> => {
  const response = await requestJira(route`/rest/api/3/search/jql`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({
      jql: query.jql,
      fields: fieldNames(query.fields),
      properties: [TAG_PROPERTY],
      maxResults: query.pageSize ?? ISSUES_PER_PAGE,
      ...(query.pageToken ? { nextPageToken: query.pageToken } : {}),
    }),
  });
  const page = await readReply(response, searchReply, 'the issues');
  return {
    issues: page.issues.map((issue) => toIssue(issue, query.fields)),
    nextPageToken: page.nextPageToken ?? null,
  };
};

/** Every issue of a search, page by page. `onPage` hears how many have come so far. */
export const searchAllIssues = async (
  jira: JiraApi,
  query: { readonly jql: string; readonly fields: IssueFields },
  onPage?: (loaded: number) => void,
): Promise<Issue[]> => {
  const issues: Issue[] = [];
  let pageToken: string | null = null;
  do {
    const page: IssuePage = await searchIssues(jira, { ...query, pageToken });
    issues.push(...page.issues);
    onPage?.(issues.length);
    pageToken = page.nextPageToken;
  } while (pageToken !== null);
  return issues;
};

/** Jira's estimate of how many issues a search finds: to be shown with ≈. */
export const countIssues = async ({ requestJira, route }: JiraApi, jql: string): Promise<number> => {
  const response = await requestJira(route`/rest/api/3/search/approximate-count`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({ jql }),
  });
  return (await readReply(response, v.object({ count: v.number() }), 'the number of issues')).count;
};

/** Issues by id, at most 100; those that the caller may not see are left out. */
export const fetchIssues = async (
  { requestJira, route }: JiraApi,
  ids: readonly string[],
  fields: IssueFields,
): Promise<Issue[]> => {
  const response = await requestJira(route`/rest/api/3/issue/bulkfetch`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({ issueIdsOrKeys: ids, fields: fieldNames(fields), properties: [TAG_PROPERTY] }),
  });
  return (await readReply(response, v.object({ issues: v.array(issueReply) }), 'the issues')).issues.map(
    (issue) => toIssue(issue, fields),
  );
};

/** The same for any number of ids, 100 a request and all requests at once. Costs 1 + its issues in points for each. */
export const fetchAllIssues = async (
  jira: JiraApi,
  ids: readonly string[],
  fields: IssueFields,
): Promise<Issue[]> => {
  const requests = Array.from({ length: Math.ceil(ids.length / ISSUES_PER_PAGE) }, (_, index) =>
    fetchIssues(jira, ids.slice(index * ISSUES_PER_PAGE, (index + 1) * ISSUES_PER_PAGE), fields),
  );
  return (await Promise.all(requests)).flat();
};

/**
 * One issue with its own tag, its type's level (−1 sub-tasks, 0 stories, 1 epics, and up), and whether the caller may
 * edit it (Jira offers no field for editing to who may not).
 * @throws `not-found` when there is no such issue or the caller may not see it.
 */
export const getIssue = async (
  { requestJira, route }: JiraApi,
  id: string,
): Promise<
  Issue & { readonly level: number; readonly mayEdit: boolean; readonly unreadableTag: TagTrouble | null }
> => {
  const response = await requestJira(
    route`/rest/api/3/issue/${id}?fields=${fieldNames(NO_CUSTOM_FIELDS).join(',')}&properties=${TAG_PROPERTY}&expand=editmeta`,
    { method: 'GET', headers: { Accept: 'application/json' } },
  );
  const reply = await readReply(response, issueReply, 'this issue');
  const issue = toIssue(reply, NO_CUSTOM_FIELDS);
  return {
    ...issue,
    level: levelOf(reply.fields.issuetype),
    mayEdit: Object.keys(reply.editmeta?.fields ?? {}).length > 0,
    unreadableTag: troubleWithTag(reply.properties?.[TAG_PROPERTY]),
  };
};

export const NO_CUSTOM_FIELDS: IssueFields = { points: [], sprint: null };

/** What to ask Jira for, so that `toIssue` finds it. */
export const fieldNames = ({ points, sprint, resolved }: IssueFields): string[] => [
  'summary',
  'project',
  'issuetype',
  'status',
  'parent',
  'assignee',
  ...points,
  ...(sprint ? [sprint] : []),
  ...(resolved ? ['resolutiondate'] : []),
];

const reference = v.object({ id: v.string(), key: v.string() });

export const issueReply = v.object({
  id: v.string(),
  key: v.string(),
  fields: v.looseObject({
    summary: v.string(),
    project: reference,
    issuetype: v.object({
      name: v.string(),
      subtask: v.boolean(),
      hierarchyLevel: v.optional(v.number()),
    }),
    status: v.object({ name: v.string(), statusCategory: v.object({ key: v.string() }) }),
    parent: v.nullish(reference),
    assignee: v.nullish(v.object({ displayName: v.string() })),
    resolutiondate: v.nullish(v.string()),
  }),
  properties: v.optional(v.record(v.string(), v.unknown())),
  editmeta: v.optional(v.object({ fields: v.record(v.string(), v.unknown()) })),
});

const searchReply = v.object({ issues: v.array(issueReply), nextPageToken: v.nullish(v.string()) });

/** The issue that Jira told of; its tag is known where the property was asked for. */
export const toIssue = (
  { id, key, fields, properties }: v.InferOutput<typeof issueReply>,
  names: IssueFields,
): Issue => ({
  id,
  key,
  projectId: fields.project.id,
  summary: fields.summary,
  type: fields.issuetype.name,
  isSubtask: fields.issuetype.subtask,
  status: { name: fields.status.name, category: statusCategoryOf(fields.status.statusCategory.key) },
  parent: fields.parent ? { id: fields.parent.id, key: fields.parent.key } : null,
  points:
    names.points.map((name) => fields[name]).find((value): value is number => typeof value === 'number') ??
    null,
  sprintIds: names.sprint ? toSprintIds(fields[names.sprint]) : [],
  assignee: fields.assignee?.displayName ?? null,
  ownTag: parseTag(properties?.[TAG_PROPERTY]),
  ...(names.resolved ? { resolvedAt: fields.resolutiondate ?? null } : {}),
});

/** Jira's category of a status, by its key; one that it does not know is as new. */
export const statusCategoryOf = (key: string): Issue['status']['category'] =>
  key === 'done' || key === 'indeterminate' ? key : 'new';

const toSprintIds = (value: unknown): number[] =>
  v.parse(v.fallback(v.array(v.object({ id: v.number() })), []), value).map(({ id }) => id);
