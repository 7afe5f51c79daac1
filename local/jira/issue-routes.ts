import * as v from 'valibot';
import { idOrKey, readBody } from './body';
import { selectFields } from './field-selection';
import { checkExpand, editMetaJson, fieldExpansions, issueJson } from './issue-json';
import type { Issue } from './model';
import { browsing, getIssue } from './permissions';
import { listParameter } from './query';
import { ok, param, type Answer, type Call, type Route } from './route';

export const ISSUE_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/issue/{issue}',
    query: ['fields', 'expand', 'properties', 'updateHistory', 'fieldsByKeys', 'failFast'],
    anonymous: true,
    run: (call) => readIssue(call),
  },
  {
    method: 'GET',
    path: '/rest/api/3/issue/{issue}/editmeta',
    anonymous: true,
    run: (call) => ok(editMetaJson(call, getIssue(call, param(call, 'issue')))),
  },
  {
    method: 'POST',
    path: '/rest/api/3/issue/bulkfetch',
    anonymous: true,
    run: (call) => fetchIssues(call),
  },
];

/** Of an issue that is read by itself Jira tells more changes than of those in lists. */
const MOST_CHANGES_OF_ONE = 100;

const readIssue = (call: Call): Answer => {
  const issue = getIssue(call, param(call, 'issue'));
  const parts = {
    fieldIds: selectFields(call.state.site, listParameter(call, 'fields'), '*all'),
    properties: listParameter(call, 'properties') ?? [],
    expand: checkExpand(listParameter(call, 'expand') ?? []),
    mostChanges: MOST_CHANGES_OF_ONE,
  };
  const mayBrowse = browsing(call.state, call.caller);
  return ok({ ...issueJson(call, issue, parts, mayBrowse), ...fieldExpansions(call, parts) }, 1);
};

const MOST_ISSUES = 100;

const bulkFetch = v.strictObject({
  issueIdsOrKeys: v.pipe(
    v.array(idOrKey),
    v.minLength(1, 'At least one issue is needed.'),
    v.maxLength(MOST_ISSUES, `At most ${MOST_ISSUES} issues can be fetched.`),
  ),
  fields: v.optional(v.array(v.string())),
  fieldsByKeys: v.optional(v.boolean()),
  properties: v.optional(
    v.pipe(v.array(v.string()), v.maxLength(5, 'At most 5 properties can be fetched.')),
    [],
  ),
  expand: v.optional(v.array(v.string()), []),
});

/** Issues that do not exist or may not be browsed are left out without an error, as in Jira. */
const fetchIssues = (call: Call): Answer => {
  const { issueIdsOrKeys, fields, properties, expand } = readBody(call, bulkFetch);
  const mayBrowse = browsing(call.state, call.caller);
  const parts = {
    fieldIds: selectFields(call.state.site, fields ?? null, '*navigable'),
    properties,
    expand: checkExpand(expand),
  };
  const issues = findIssues(call, issueIdsOrKeys).filter(mayBrowse);
  return ok(
    {
      ...fieldExpansions(call, parts),
      issueErrors: [],
      issues: issues.map((issue) => issueJson(call, issue, parts, mayBrowse)),
    },
    issues.length,
  );
};

/** The issues that exist, each once, by ascending id. */
export const findIssues = ({ state }: Call, idsOrKeys: readonly string[]): Issue[] =>
  [...new Set(idsOrKeys.flatMap((each) => state.issues.find(each) ?? []))].sort(
    (a, b) => Number(a.id) - Number(b.id),
  );
