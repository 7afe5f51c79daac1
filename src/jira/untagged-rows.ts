import * as v from 'valibot';
import { parseTag, TAG_PROPERTY, type Tag } from '../domain/tag';
import { levelOf } from './issue-level';
import { statusCategoryOf, type Issue } from './issues';
import { JSON_HEADERS, readReply, type JiraApi } from './jira-api';

/** An issue as the list of untagged work shows it. */
export type UntaggedRow = {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly summary: string;
  readonly type: string;
  /** Of its type: −1 sub-tasks, 0 stories, 1 epics, and up. */
  readonly level: number;
  readonly status: Issue['status'];
  readonly parent: { readonly id: string; readonly key: string; readonly summary: string } | null;
  /** The sprint it is in that is not closed. */
  readonly sprint: OpenSprint | null;
  /** Whether it is or was in any sprint. */
  readonly knowsSprints: boolean;
  readonly labels: readonly string[];
  /** What its fields of numbers hold; which of them is the estimate, its board knows. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly ownTag: Tag | null;
};

export type OpenSprint = {
  readonly id: number;
  readonly name: string;
  readonly state: 'active' | 'future';
};

/** Which custom fields of the site to read. */
export type RowFields = { readonly sprint: string | null; readonly numbers: readonly string[] };

export const ROWS_PER_REQUEST = 100;

/**
 * The first rows of a search, on a site whose fields are not known yet: what Jira shows in lists comes with a description
 * of each field, so that no request is made for it.
 */
export const searchFirstRows = async (
  { requestJira, route }: JiraApi,
  jql: string,
  size: number,
): Promise<{
  readonly rows: readonly UntaggedRow[];
  readonly fields: RowFields;
  readonly nextPageToken: string | null;
}> => {
  const response = await requestJira(route`/rest/api/3/search/jql`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({
      jql,
      fields: ['*navigable'],
      expand: 'schema',
      properties: [TAG_PROPERTY],
      maxResults: size,
    }),
  });
  const page = await readReply(response, firstReply, 'the issues');
  const fields = fieldsIn(page.schema);
  return {
    rows: page.issues.map((issue) => toRow(issue, fields)),
    fields,
    nextPageToken: page.nextPageToken ?? null,
  };
};

/** One page of a search. */
export const searchRows = async (
  { requestJira, route }: JiraApi,
  query: { readonly jql: string; readonly fields: RowFields; readonly pageToken: string | null },
): Promise<{ readonly rows: readonly UntaggedRow[]; readonly nextPageToken: string | null }> => {
  const response = await requestJira(route`/rest/api/3/search/jql`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({
      jql: query.jql,
      fields: namesOf(query.fields),
      properties: [TAG_PROPERTY],
      maxResults: ROWS_PER_REQUEST,
      ...(query.pageToken === null ? {} : { nextPageToken: query.pageToken }),
    }),
  });
  const page = await readReply(response, searchReply, 'the issues');
  return {
    rows: page.issues.map((issue) => toRow(issue, query.fields)),
    nextPageToken: page.nextPageToken ?? null,
  };
};

/** At most 100 rows by their issues' ids, as they are now; those that the caller may not see are left out. */
export const fetchRows = async (
  { requestJira, route }: JiraApi,
  ids: readonly string[],
  fields: RowFields,
): Promise<UntaggedRow[]> => {
  const response = await requestJira(route`/rest/api/3/issue/bulkfetch`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({ issueIdsOrKeys: ids, fields: namesOf(fields), properties: [TAG_PROPERTY] }),
  });
  const { issues } = await readReply(response, v.object({ issues: v.array(rowReply) }), 'the issues');
  return issues.map((issue) => toRow(issue, fields));
};

const SPRINT_FIELD = 'com.pyxis.greenhopper.jira:gh-sprint';

const fieldsIn = (schema: v.InferOutput<typeof schemaReply>): RowFields => ({
  sprint: Object.entries(schema).find(([, { custom }]) => custom === SPRINT_FIELD)?.[0] ?? null,
  numbers: Object.entries(schema).flatMap(([id, { type, custom }]) =>
    type === 'number' && custom !== undefined ? [id] : [],
  ),
});

const namesOf = ({ sprint, numbers }: RowFields): string[] => [
  'summary',
  'project',
  'issuetype',
  'status',
  'parent',
  'labels',
  ...numbers,
  ...(sprint === null ? [] : [sprint]),
];

const schemaReply = v.record(
  v.string(),
  v.object({ type: v.optional(v.string()), custom: v.optional(v.string()) }),
);

const rowReply = v.object({
  id: v.string(),
  key: v.string(),
  fields: v.looseObject({
    summary: v.string(),
    project: v.object({ id: v.string() }),
    issuetype: v.object({ name: v.string(), hierarchyLevel: v.optional(v.number()), subtask: v.boolean() }),
    status: v.object({ name: v.string(), statusCategory: v.object({ key: v.string() }) }),
    parent: v.nullish(
      v.object({
        id: v.string(),
        key: v.string(),
        fields: v.optional(v.object({ summary: v.optional(v.string()) })),
      }),
    ),
    labels: v.optional(v.array(v.string()), []),
  }),
  properties: v.optional(v.record(v.string(), v.unknown())),
});

const searchReply = v.object({ issues: v.array(rowReply), nextPageToken: v.nullish(v.string()) });
const firstReply = v.object({ ...searchReply.entries, schema: v.optional(schemaReply, {}) });

const sprintsReply = v.array(
  v.object({ id: v.number(), name: v.string(), state: v.picklist(['active', 'future', 'closed']) }),
);

const toRow = (
  { id, key, fields, properties }: v.InferOutput<typeof rowReply>,
  { sprint, numbers }: RowFields,
): UntaggedRow => {
  const sprints = sprint === null ? [] : v.parse(v.fallback(sprintsReply, []), fields[sprint]);
  const open = sprints.find(({ state }) => state !== 'closed');
  return {
    id,
    key,
    projectId: fields.project.id,
    summary: fields.summary,
    type: fields.issuetype.name,
    level: levelOf(fields.issuetype),
    status: { name: fields.status.name, category: statusCategoryOf(fields.status.statusCategory.key) },
    parent: fields.parent
      ? { id: fields.parent.id, key: fields.parent.key, summary: fields.parent.fields?.summary ?? '' }
      : null,
    sprint: open === undefined ? null : (open as OpenSprint),
    knowsSprints: sprints.length > 0,
    labels: fields.labels,
    numbers: Object.fromEntries(
      numbers.flatMap((name) => {
        const value = fields[name];
        return typeof value === 'number' ? [[name, value]] : [];
      }),
    ),
    ownTag: parseTag(properties?.[TAG_PROPERTY]),
  };
};
