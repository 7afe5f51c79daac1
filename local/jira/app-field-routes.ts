import * as v from 'valibot';
import { readAppFieldValue } from './app-field';
import { appFieldText } from './app-field-json';
import { readBody } from './body';
import { badRequest, jiraError } from './http-error';
import { changeIssue, historyItem } from './issue-change';
import type { AppCustomField, Issue } from './model';
import { browsing } from './permissions';
import { flagParameter } from './query';
import { noContent, param, type Answer, type Call, type Route } from './route';

/** Values of the app's own fields. Only the app writes them here, and it needs no right to edit the issues. */
export const APP_FIELD_ROUTES: readonly Route[] = [
  {
    method: 'PUT',
    path: '/rest/api/3/app/field/{field}/value',
    query: ['generateChangelog'],
    run: (call) => {
      const { updates } = readBody(call, oneField);
      return update(
        call,
        updates.map((each) => ({ customField: param(call, 'field'), ...each })),
      );
    },
  },
  {
    method: 'POST',
    path: '/rest/api/3/app/field/value',
    query: ['generateChangelog'],
    run: (call) => update(call, readBody(call, manyFields).updates),
  },
];

const value = v.custom<unknown>((given) => given !== undefined, 'A value is required.');
const one = { issueIds: v.array(v.pipe(v.number(), v.integer())), value };
const oneField = v.strictObject({ updates: v.array(v.strictObject(one)) });
const manyFields = v.strictObject({
  updates: v.array(v.strictObject({ ...one, customField: v.string() })),
});

type Update = {
  readonly customField: string;
  readonly issueIds: readonly number[];
  readonly value?: unknown;
};

/** All or none: every field, issue and value is looked at before the first one is written. */
const update = (call: Call, updates: readonly Update[]): Answer => {
  if (!call.fromApp) throw jiraError(403, 'Only the app that provides the field may do this.');
  const withChangelog = flagParameter(call, 'generateChangelog', true);
  const { site } = call.state;
  const writes = updates.flatMap(({ customField, issueIds, value: given }) => {
    const field = getField(call, customField);
    const kept = readAppFieldValue(site, field, given);
    return getIssues(call, issueIds).map((issue) => ({ field, issue, kept }));
  });
  const pairs = new Set(writes.map(({ field, issue }) => `${field.id} ${issue.id}`));
  if (pairs.size < writes.length) throw badRequest('A field of an issue can be updated only once a request.');
  for (const { field, issue, kept } of writes) write(call, issue, field, kept, withChangelog);
  return noContent();
};

/** By id, by Jira's key for it, by the module's key, or by the ARI. @throws 404 when there is none, 403 for a field of the site's own. */
const getField = ({ state }: Call, idOrKey: string): AppCustomField => {
  const found = state.site.customFields.find(
    (field) =>
      field.id === idOrKey ||
      (field.type === 'app' && [field.key, field.moduleKey, jiraKeyOf(field)].includes(idOrKey)),
  );
  if (!found) throw jiraError(404, `There is no field ${idOrKey}.`);
  if (found.type !== 'app') throw jiraError(403, `The field ${idOrKey} is not the app's.`);
  return found;
};

const jiraKeyOf = ({ key, moduleKey }: AppCustomField): string =>
  `${key.split('/')[1]}__DEVELOPMENT__${moduleKey}`;

const getIssues = ({ state, caller }: Call, issueIds: readonly number[]): Issue[] => {
  const mayBrowse = browsing(state, caller);
  return issueIds.map((id) => {
    const issue = state.issues.find(String(id));
    if (issue && mayBrowse(issue)) return issue;
    throw badRequest(`There is no issue ${id}.`);
  });
};

const write = (
  call: Call,
  issue: Issue,
  field: AppCustomField,
  kept: unknown,
  withChangelog: boolean,
): void => {
  const [before, after] = [appFieldText(issue.fields[field.id]), appFieldText(kept)];
  if (before === after) return;
  const item = historyItem(field.name, [null, before], [null, after], field.id);
  changeIssue(call, issue, { fields: { ...issue.fields, [field.id]: kept } }, withChangelog ? [item] : []);
};
