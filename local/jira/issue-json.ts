import { fieldsOf } from './field-catalogue';
import { historyJson } from './history-json';
import { badRequest } from './http-error';
import { someFields, type FieldContext } from './issue-fields';
import type { Issue, Site } from './model';
import { holdsOnIssue } from './permissions';
import type { Call } from './route';

type Json = Record<string, unknown>;

/** What a request wants of each issue. */
export type IssueParts = {
  readonly fieldIds: readonly string[];
  /** Keys of entity properties, or `*all`. */
  readonly properties: readonly string[];
  readonly expand: readonly string[];
  /** How many changes `changelog` brings at most; as few as in lists of issues unless given. */
  readonly mostChanges?: number;
};

const MOST_CHANGES_IN_LISTS = 40;

const EXPANSIONS = ['changelog', 'editmeta', 'names', 'schema'];

/** @throws 400 that names an expansion this Jira does not serve. */
export const checkExpand = (expand: readonly string[]): readonly string[] => {
  const unknown = expand.find((name) => !EXPANSIONS.includes(name));
  if (unknown !== undefined) throw badRequest(`This local Jira does not serve the expansion '${unknown}'.`);
  return expand;
};

export const issueJson = (
  call: Call,
  issue: Issue,
  parts: IssueParts,
  mayBrowse: FieldContext['mayBrowse'],
  more: Json = {},
): Json => {
  const { state } = call;
  return {
    expand: EXPANSIONS.join(','),
    id: issue.id,
    self: state.link(`/rest/api/3/issue/${issue.id}`),
    key: issue.key,
    fields: { ...someFields({ state, issue, mayBrowse }, parts.fieldIds), ...more },
    ...(parts.properties.length > 0 ? { properties: pickProperties(issue, parts.properties) } : {}),
    ...(parts.expand.includes('changelog') ? { changelog: changelogJson(call, issue, parts) } : {}),
    ...(parts.expand.includes('editmeta') ? { editmeta: editMetaJson(call, issue) } : {}),
  };
};

/** Names and schemas of the fields, for `expand=names,schema`: once per reply. */
export const fieldExpansions = ({ state }: Call, { fieldIds, expand }: IssueParts): Json => {
  const fields = fieldsOf(state.site).filter(({ id }) => fieldIds.includes(id));
  return {
    ...(expand.includes('names')
      ? { names: Object.fromEntries(fields.map(({ id, name }) => [id, name])) }
      : {}),
    ...(expand.includes('schema')
      ? { schema: Object.fromEntries(fields.map(({ id, schema }) => [id, schema])) }
      : {}),
  };
};

const EDITABLE = ['summary', 'assignee', 'labels', 'parent'];

/** Whether a field can be set: some of the system's, the site's numbers and its sprint. */
export const isEditable = ({ customFields }: Site, fieldId: string): boolean =>
  EDITABLE.includes(fieldId) ||
  customFields.some(({ id, type }) => id === fieldId && (type === 'number' || type === 'sprint'));

/** What the caller may edit: empty for who may not edit the issue. */
export const editMetaJson = ({ state, caller }: Call, issue: Issue): Json => {
  const editable = holdsOnIssue(state, caller, 'EDIT_ISSUES', issue)
    ? fieldsOf(state.site).filter(({ id }) => isEditable(state.site, id))
    : [];
  return {
    fields: Object.fromEntries(
      editable.map(({ id, name, schema }) => [
        id,
        { required: id === 'summary', schema, name, key: id, operations: ['set'] },
      ]),
    ),
  };
};

const pickProperties = (issue: Issue, keys: readonly string[]): Json =>
  Object.fromEntries(
    Object.entries(issue.properties).filter(([key]) => keys.includes('*all') || keys.includes(key)),
  );

/** The latest changes, and no word of how many there are beside. */
const changelogJson = (
  { state }: Call,
  { history }: Issue,
  { mostChanges = MOST_CHANGES_IN_LISTS }: IssueParts,
): Json => {
  const latest = history.slice(-mostChanges).reverse();
  return {
    startAt: 0,
    maxResults: latest.length,
    total: latest.length,
    histories: latest.map((entry) => historyJson(state, entry)),
  };
};
