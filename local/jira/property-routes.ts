import { badRequest, jiraError } from './http-error';
import { changeIssue } from './issue-change';
import { getIssue, getIssueFor, holdsOnIssue } from './permissions';
import { ok, param, type Answer, type Call, type Route } from './route';

const LONGEST_KEY = 255;
const LONGEST_VALUE = 32_768;

/** Something that has entity properties. */
export type PropertyHolder = {
  /** Where its properties are, below `/rest/`. */
  readonly path: string;
  /** Whether somebody who is not logged in gets an answer at all. */
  readonly anonymous: boolean;
  /** Its properties for reading. @throws 404 when the caller may not see it. */
  readonly read: (call: Call) => Readonly<Record<string, unknown>>;
  /** Puts new properties in place of the old. @throws 403 when the caller may not. */
  readonly replace: (call: Call, properties: Record<string, unknown>) => void;
  /** @throws 403, before anything else is looked at, when the caller may not write. */
  readonly checkWrite: (call: Call) => void;
  /** The same for removing, where Jira refuses that in another way. */
  readonly checkRemove?: (call: Call) => void;
};

/** The list of an entity's properties, and reading, writing and removing one. */
export const propertyRoutes = (holder: PropertyHolder): readonly Route[] => {
  const { path, anonymous, read, replace, checkWrite, checkRemove = checkWrite } = holder;
  const one = `${path}/{property}`;
  return [
    { method: 'GET', path, anonymous, run: (call) => listProperties(call, path, read(call)) },
    { method: 'GET', path: one, anonymous, run: (call) => readProperty(call, read(call)) },
    {
      method: 'PUT',
      path: one,
      anonymous,
      run: (call) => {
        checkWrite(call);
        const key = checkKey(param(call, 'property'));
        const before = read(call);
        replace(call, { ...before, [key]: checkValue(call.body) });
        return { status: Object.hasOwn(before, key) ? 200 : 201 };
      },
    },
    {
      method: 'DELETE',
      path: one,
      anonymous,
      run: (call) => {
        checkRemove(call);
        readProperty(call, read(call));
        const { [param(call, 'property')]: _removed, ...rest } = read(call);
        replace(call, rest);
        return { status: 204 };
      },
    },
  ];
};

export const ISSUE_PROPERTY_ROUTES = propertyRoutes({
  path: '/rest/api/3/issue/{issue}/properties',
  anonymous: true,
  read: (call) => getIssue(call, param(call, 'issue')).properties,
  // Jira tells of properties neither in the history nor in the date of the last change.
  replace: (call, properties) => changeIssue(call, getIssue(call, param(call, 'issue')), { properties }, []),
  checkWrite: (call) => void getIssueFor(call, param(call, 'issue'), 'EDIT_ISSUES'),
  // To who may not edit the issue, Jira's specification says of removing what it says of a property that is not there.
  checkRemove: (call) => {
    const issue = getIssue(call, param(call, 'issue'));
    if (holdsOnIssue(call.state, call.caller, 'EDIT_ISSUES', issue)) return;
    throw jiraError(404, 'The issue does not exist, or you do not have permission to edit it.');
  },
});

/** @throws 400 for a key that is too long, and for the one that an object here cannot hold. */
export const checkKey = (key: string): string => {
  if (key === '__proto__') throw badRequest("This local Jira keeps no property with the key '__proto__'.");
  if (key.length <= LONGEST_KEY) return key;
  throw badRequest(`The property key cannot be longer than ${LONGEST_KEY} characters.`);
};

/** @throws 400 for no value or one whose JSON is too long. */
export const checkValue = (value: unknown): unknown => {
  if (value === undefined) throw badRequest('The property value cannot be empty.');
  if (JSON.stringify(value).length <= LONGEST_VALUE) return value;
  throw badRequest(`The property value cannot be longer than ${LONGEST_VALUE} characters.`);
};

const readProperty = (call: Call, properties: Readonly<Record<string, unknown>>): Answer => {
  const key = param(call, 'property');
  if (!Object.hasOwn(properties, key)) {
    throw jiraError(404, `The property with key '${key}' does not exist.`);
  }
  return ok({ key, value: properties[key] });
};

const listProperties = (call: Call, path: string, properties: Readonly<Record<string, unknown>>): Answer => {
  const self = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(param(call, name)));
  return ok({
    keys: Object.keys(properties).map((key) => ({
      self: call.state.link(`${self}/${encodeURIComponent(key)}`),
      key,
    })),
  });
};
