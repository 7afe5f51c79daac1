import * as v from 'valibot';
import { readBody } from './body';
import { badRequest } from './http-error';
import { changeIssue } from './issue-change';
import type { Issue } from './model';
import { browsing, holdsOnIssue } from './permissions';
import { checkKey, checkValue } from './property-routes';
import type { Answer, Call, Route } from './route';
import { seeTask } from './tasks';

/** Several properties of many issues: the same for all, or each issue its own. */
export const PROPERTY_LIST_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/rest/api/3/issue/properties', anonymous: true, run: (call) => setSame(call) },
  { method: 'POST', path: '/rest/api/3/issue/properties/multi', run: (call) => setOwn(call) },
];

const MOST_PROPERTIES = 10;
const id = v.pipe(v.number(), v.integer());
const properties = v.pipe(
  v.record(v.string(), v.unknown()),
  v.minEntries(1),
  v.maxEntries(MOST_PROPERTIES, `At most ${MOST_PROPERTIES} properties can be set.`),
);

const same = v.strictObject({
  entitiesIds: v.pipe(
    v.array(id),
    v.minLength(1),
    v.maxLength(10_000, 'At most 10000 issues can be changed.'),
    v.check((ids) => new Set(ids).size === ids.length, 'An issue is named twice.'),
  ),
  properties,
});

/** In all issues or in none. */
const setSame = (call: Call): Answer => {
  const body = readBody(call, same);
  const checked = check(body.properties);
  const editable = editing(call);
  const issues = body.entitiesIds.map((issueId) => {
    const issue = editable(issueId);
    if (!issue) throw badRequest(`The issue ${issueId} does not exist, or you may not edit it.`);
    return issue;
  });
  return seeTask(call, `Set ${Object.keys(checked).join(', ')} of ${issues.length} issues`, () => {
    for (const issue of issues) set(call, issue, checked);
  });
};

const own = v.strictObject({
  issues: v.pipe(
    v.array(v.strictObject({ issueID: id, properties })),
    v.minLength(1),
    v.maxLength(100, 'At most 100 issues can be changed.'),
  ),
});

/** Issue by issue: what cannot be written is passed over and told by the task. */
const setOwn = (call: Call): Answer => {
  const updates = readBody(call, own).issues.map((update) => ({
    ...update,
    checked: check(update.properties),
  }));
  const failed: number[] = [];
  const write = (): void => {
    const editable = editing(call);
    for (const { issueID, checked } of updates) {
      const issue = editable(issueID);
      if (issue) set(call, issue, checked);
      else failed.push(issueID);
    }
  };
  const message = (): string =>
    failed.length === 0 ? 'Done' : `These issues could not be changed: ${failed.join(', ')}.`;
  return seeTask(call, `Set properties of ${updates.length} issues`, write, message);
};

const check = (given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(given).map(([key, value]) => [checkKey(key), checkValue(value)]));

const editing = ({ state, caller }: Call): ((issueId: number) => Issue | undefined) => {
  const mayBrowse = browsing(state, caller);
  return (issueId) => {
    const issue = state.issues.find(String(issueId));
    return issue && mayBrowse(issue) && holdsOnIssue(state, caller, 'EDIT_ISSUES', issue) ? issue : undefined;
  };
};

const set = (call: Call, issue: Issue, checked: Readonly<Record<string, unknown>>): void =>
  changeIssue(call, issue, { properties: { ...issue.properties, ...checked } }, []);
