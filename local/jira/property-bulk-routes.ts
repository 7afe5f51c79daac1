import * as v from 'valibot';
import { readBody } from './body';
import { badRequest } from './http-error';
import { changeIssue } from './issue-change';
import type { Issue } from './model';
import { holding } from './permissions';
import { checkKey, checkValue } from './property-routes';
import { param, type Answer, type Call, type Route } from './route';
import { readTask, seeTask } from './tasks';

/** One property of many issues at once. Without a filter that is every issue the caller may edit, as in Jira. */
export const PROPERTY_BULK_ROUTES: readonly Route[] = [
  { method: 'PUT', path: '/rest/api/3/issue/properties/{property}', run: (call) => setMany(call) },
  { method: 'DELETE', path: '/rest/api/3/issue/properties/{property}', run: (call) => removeMany(call) },
  { method: 'GET', path: '/rest/api/3/task/{task}', run: (call) => readTask(call) },
];

const entityIds = v.optional(v.array(v.pipe(v.number(), v.integer())));

const setBody = v.strictObject({
  value: v.optional(v.unknown()),
  expression: v.optional(v.string()),
  filter: v.optional(
    v.strictObject({
      entityIds,
      currentValue: v.optional(v.unknown()),
      hasProperty: v.optional(v.boolean()),
    }),
    {},
  ),
});

const setMany = (call: Call): Answer => {
  const key = checkKey(param(call, 'property'));
  const { value, expression, filter } = readBody(call, setBody);
  if (expression !== undefined) throw badRequest("This local Jira does not evaluate 'expression'.");
  const checked = checkValue(value);
  const { entityIds: ids, currentValue, hasProperty } = filter;
  if (currentValue !== undefined && hasProperty === false) {
    throw badRequest("An issue without the property has no 'currentValue' of it.");
  }
  return seeTask(call, `Set the property ${key}`, () => {
    const issues = chosen(call, ids).filter(
      ({ properties }) =>
        (hasProperty ?? Object.hasOwn(properties, key)) === Object.hasOwn(properties, key) &&
        (currentValue === undefined || same(properties[key], currentValue)),
    );
    for (const issue of issues) {
      changeIssue(call, issue, { properties: { ...issue.properties, [key]: checked } }, []);
    }
  });
};

const removeBody = v.strictObject({ entityIds, currentValue: v.optional(v.unknown()) });

const removeMany = (call: Call): Answer => {
  const key = checkKey(param(call, 'property'));
  const filter = call.body === undefined ? {} : readBody(call, removeBody);
  return seeTask(call, `Remove the property ${key}`, () => {
    const issues = chosen(call, filter.entityIds).filter(
      ({ properties }) =>
        Object.hasOwn(properties, key) &&
        (filter.currentValue === undefined || same(properties[key], filter.currentValue)),
    );
    for (const issue of issues) {
      const { [key]: _removed, ...properties } = issue.properties;
      changeIssue(call, issue, { properties }, []);
    }
  });
};

/** Those of the named issues, or of all, that the caller may edit; the others are passed over. */
const chosen = ({ state, caller }: Call, entityIds: readonly number[] | undefined): Issue[] => {
  const named = entityIds
    ? entityIds.flatMap((id) => state.issues.find(String(id)) ?? [])
    : state.issues.all();
  return named.filter(holding(state, caller, 'EDIT_ISSUES'));
};

/** Whether two JSON values are equal, whatever the order of an object's keys. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a, sorted) === JSON.stringify(b, sorted);

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
