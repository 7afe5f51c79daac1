import * as v from 'valibot';
import { TAG_PROPERTY } from '../domain/tag';
import { startedTask, type StartedTask } from './bulk-task';
import { JSON_HEADERS, readReply, type JiraApi } from './jira-api';
import { anyTag } from './jql';

/** An issue with what its tag's property holds, as it stands there; `undefined` for an issue without it. */
export type TagValue = { readonly issueId: string; readonly issueKey: string; readonly value: unknown };

export type TagPage = { readonly tags: readonly TagValue[]; readonly nextPageToken: string | null };

/** Jira gives and takes at most 100 issues a request. */
export const ISSUES_PER_REQUEST = 100;

/** A page of the issues with a tag, as far as whoever asks may browse them and Jira's search knows them by now. */
export const searchTagValues = async (
  { requestJira, route }: JiraApi,
  pageToken: string | null,
): Promise<TagPage> => {
  const response = await requestJira(route`/rest/api/3/search/jql`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({
      jql: `${anyTag()} ORDER BY key`,
      fields: ['summary'],
      properties: [TAG_PROPERTY],
      maxResults: ISSUES_PER_REQUEST,
      ...(pageToken === null ? {} : { nextPageToken: pageToken }),
    }),
  });
  const page = await readReply(response, searchReply, 'the tagged issues');
  return {
    tags: page.issues.map(toTagValue).filter(({ value }) => value !== undefined),
    nextPageToken: page.nextPageToken ?? null,
  };
};

/** The issues of at most 100 ids or keys with what their tags hold now; those that are not there or hidden are left out. */
export const fetchTagValues = async (
  { requestJira, route }: JiraApi,
  idsOrKeys: readonly string[],
): Promise<TagValue[]> => {
  const response = await requestJira(route`/rest/api/3/issue/bulkfetch`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({ issueIdsOrKeys: idsOrKeys, fields: ['summary'], properties: [TAG_PROPERTY] }),
  });
  const { issues } = await readReply(response, v.object({ issues: v.array(issueReply) }), 'the issues');
  return issues.map(toTagValue);
};

/**
 * Sets the tag of several issues to one value where it still holds `before` (`undefined`: none). Jira passes over what
 * was changed meanwhile or may not be edited, and works on in a task of its own after it has answered.
 *
 * @returns the task; `null` where nothing was to be done.
 */
export const writeTagValue = async (
  { requestJira, route }: JiraApi,
  issueIds: readonly string[],
  before: unknown,
  value: unknown,
): Promise<StartedTask | null> => {
  // Without ids Jira would change every issue that the person may edit.
  if (issueIds.length === 0) return null;
  const filter = before === undefined ? { hasProperty: false } : { hasProperty: true, currentValue: before };
  const response = await requestJira(route`/rest/api/3/issue/properties/${TAG_PROPERTY}`, {
    method: 'PUT',
    headers: JSON_HEADERS,
    body: JSON.stringify({ value, filter: { entityIds: issueIds.map(Number), ...filter } }),
  });
  return startedTask(response, 'the tags');
};

/** The same for taking the tag of several issues away where it still holds `before`. */
export const removeTagValue = async (
  { requestJira, route }: JiraApi,
  issueIds: readonly string[],
  before: unknown,
): Promise<StartedTask | null> => {
  // Without ids, or without a value, Jira would take away more than what was meant.
  if (issueIds.length === 0 || before === undefined) return null;
  const response = await requestJira(route`/rest/api/3/issue/properties/${TAG_PROPERTY}`, {
    method: 'DELETE',
    headers: JSON_HEADERS,
    body: JSON.stringify({ entityIds: issueIds.map(Number), currentValue: before }),
  });
  return startedTask(response, 'the tags');
};

const issueReply = v.object({
  id: v.string(),
  key: v.string(),
  properties: v.optional(v.record(v.string(), v.unknown())),
});
const searchReply = v.object({ issues: v.array(issueReply), nextPageToken: v.nullish(v.string()) });

const toTagValue = ({ id, key, properties }: v.InferOutput<typeof issueReply>): TagValue => ({
  issueId: id,
  issueKey: key,
  value: properties?.[TAG_PROPERTY],
});
