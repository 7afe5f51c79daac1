import * as v from 'valibot';
import { ISSUE_PROPERTIES, PROPERTY_KEYS, type IssueProperty } from '../domain/issue-properties';
import { startedTask, type StartedTask } from './bulk-task';
import { JSON_HEADERS, readReply, type JiraApi } from './jira-api';
import { anyOfTheApp } from './jql';

/** An issue with what its properties hold, as it stands there; what it does not have is absent. */
export type IssueValues = {
  readonly issueId: string;
  readonly issueKey: string;
  readonly values: Readonly<Partial<Record<IssueProperty, unknown>>>;
};

export type ValuesPage = { readonly issues: readonly IssueValues[]; readonly nextPageToken: string | null };

/** Jira gives and takes at most 100 issues a request. */
export const ISSUES_PER_REQUEST = 100;

/** A page of the issues with anything of the app's, as far as whoever asks may browse them and Jira's search knows by now. */
export const searchIssueValues = async (
  { requestJira, route }: JiraApi,
  pageToken: string | null,
): Promise<ValuesPage> => {
  const response = await requestJira(route`/rest/api/3/search/jql`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({
      jql: `${anyOfTheApp()} ORDER BY key`,
      fields: ['summary'],
      properties: ISSUE_PROPERTIES.map((property) => PROPERTY_KEYS[property]),
      maxResults: ISSUES_PER_REQUEST,
      ...(pageToken === null ? {} : { nextPageToken: pageToken }),
    }),
  });
  const page = await readReply(response, searchReply, 'the issues');
  return { issues: page.issues.map(toIssueValues), nextPageToken: page.nextPageToken ?? null };
};

/**
 * The issues of at most 100 ids or keys with what their properties hold now; those that are not there or hidden are left
 * out.
 */
export const fetchIssueValues = async (
  { requestJira, route }: JiraApi,
  idsOrKeys: readonly string[],
  properties: readonly IssueProperty[] = ISSUE_PROPERTIES,
): Promise<IssueValues[]> => {
  const response = await requestJira(route`/rest/api/3/issue/bulkfetch`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({
      issueIdsOrKeys: idsOrKeys,
      fields: ['summary'],
      properties: properties.map((property) => PROPERTY_KEYS[property]),
    }),
  });
  const { issues } = await readReply(response, v.object({ issues: v.array(issueReply) }), 'the issues');
  return issues.map(toIssueValues);
};

/**
 * Sets a property of several issues to one value where it still holds `before` (`undefined`: nothing). Jira passes over
 * what was changed meanwhile or may not be edited, and works on in a task of its own after it has answered.
 *
 * @returns the task; `null` where nothing was to be done.
 */
export const writeIssueValue = async (
  { requestJira, route }: JiraApi,
  property: IssueProperty,
  issueIds: readonly string[],
  before: unknown,
  value: unknown,
): Promise<StartedTask | null> => {
  // Without ids Jira would change every issue that the person may edit.
  if (issueIds.length === 0) return null;
  const filter = before === undefined ? { hasProperty: false } : { hasProperty: true, currentValue: before };
  const response = await requestJira(route`/rest/api/3/issue/properties/${PROPERTY_KEYS[property]}`, {
    method: 'PUT',
    headers: JSON_HEADERS,
    body: JSON.stringify({ value, filter: { entityIds: issueIds.map(Number), ...filter } }),
  });
  return startedTask(response, WRITTEN[property]);
};

/** The same for taking a property of several issues away where it still holds `before`. */
export const removeIssueValue = async (
  { requestJira, route }: JiraApi,
  property: IssueProperty,
  issueIds: readonly string[],
  before: unknown,
): Promise<StartedTask | null> => {
  // Without ids, or without a value, Jira would take away more than what was meant.
  if (issueIds.length === 0 || before === undefined) return null;
  const response = await requestJira(route`/rest/api/3/issue/properties/${PROPERTY_KEYS[property]}`, {
    method: 'DELETE',
    headers: JSON_HEADERS,
    body: JSON.stringify({ entityIds: issueIds.map(Number), currentValue: before }),
  });
  return startedTask(response, WRITTEN[property]);
};

const WRITTEN: Readonly<Record<IssueProperty, string>> = { tag: 'the tags', figures: 'the figures' };

const issueReply = v.object({
  id: v.string(),
  key: v.string(),
  properties: v.optional(v.record(v.string(), v.unknown())),
});
const searchReply = v.object({ issues: v.array(issueReply), nextPageToken: v.nullish(v.string()) });

const toIssueValues = ({ id, key, properties = {} }: v.InferOutput<typeof issueReply>): IssueValues => ({
  issueId: id,
  issueKey: key,
  values: Object.fromEntries(
    ISSUE_PROPERTIES.filter((property) => properties[PROPERTY_KEYS[property]] !== undefined).map(
      (property) => [property, properties[PROPERTY_KEYS[property]]],
    ),
  ),
});
