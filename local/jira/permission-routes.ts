import * as v from 'valibot';
import type { JiraCaller } from '../seams';
import { readBody } from './body';
import { badRequest, jiraError } from './http-error';
import type { Permission } from './permission-scheme';
import { getPermission, type KnownPermission } from './permission-catalogue';
import {
  findAccount,
  getIssue,
  getProject,
  holdsGlobally,
  holdsInProject,
  holding,
  holdsOnIssue,
} from './permissions';
import { listParameter } from './query';
import { ok, type Answer, type Call, type Route } from './route';
import type { JiraState } from './state';

export const PERMISSION_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/mypermissions',
    query: ['permissions', 'projectKey', 'projectId', 'issueKey', 'issueId'],
    anonymous: true,
    run: (call) => myPermissions(call),
  },
  {
    method: 'POST',
    path: '/rest/api/3/permissions/check',
    anonymous: true,
    run: (call) => checkPermissions(call),
  },
];

const myPermissions = (call: Call): Answer => {
  const keys = listParameter(call, 'permissions') ?? [];
  if (keys.length === 0) throw badRequest("The query parameter 'permissions' is required.");
  const holdsHere = whereAsked(call);
  const permissions = keys.map((key) => {
    const { grantKey, ...known } = getPermission(call.state, key);
    const { id, name, description, type } = known;
    const havePermission =
      type === 'GLOBAL' ? holdsGlobally(call.state, call.caller, grantKey) : holdsHere(grantKey);
    return [key, { id, key, name, type, description, havePermission }];
  });
  return ok({ permissions: Object.fromEntries(permissions) }, 2 * keys.length);
};

/** A project permission's test where it is asked for: on an issue, in a project, or without either in any project. */
const whereAsked = (call: Call): ((permission: Permission) => boolean) => {
  const { state, caller, query } = call;
  const named = query.get('issueKey') ?? query.get('issueId');
  if (named) {
    const issue = getIssue(call, named);
    return (permission) => holdsOnIssue(state, caller, permission, issue);
  }
  const key = query.get('projectKey') ?? query.get('projectId');
  const projects = key ? [getProject(call, key)] : state.site.projects;
  return (permission) => projects.some((project) => holdsInProject(state, caller, permission, project));
};

/** Nulls are ignored. */
const listOf = <Item extends v.GenericSchema>(item: Item) =>
  v.optional(
    v.pipe(
      v.nullable(v.array(v.nullable(item))),
      v.transform((all) => (all ?? []).filter((each) => each !== null)),
    ),
    [],
  );

const ids = listOf(v.pipe(v.number(), v.integer()));

const checkBody = v.strictObject({
  accountId: v.optional(v.string()),
  globalPermissions: listOf(v.string()),
  projectPermissions: listOf(
    v.strictObject({ permissions: v.array(v.string()), projects: ids, issues: ids }),
  ),
});

const MOST = 1000;

const checkPermissions = (call: Call): Answer => {
  const { state } = call;
  const { accountId, globalPermissions, projectPermissions } = readBody(call, checkBody);
  const who = whoseGrants(call, accountId);
  const granted = globalPermissions.filter((key) =>
    holdsGlobally(state, who, grantKeyOf(state, key, 'GLOBAL')),
  );
  const asked = projectPermissions.map(({ permissions, projects, issues }) => ({
    permissions: permissions.filter((key) => key !== ''),
    projects: projects.flatMap((id) => state.site.projects.find((each) => each.id === String(id)) ?? []),
    issues: issues.flatMap((id) => state.issues.find(String(id)) ?? []),
  }));
  for (const kind of ['projects', 'issues'] as const) {
    if (asked.reduce((sum, each) => sum + each[kind].length, 0) > MOST) {
      throw badRequest(`At most ${MOST} ${kind} can be checked.`);
    }
  }
  const grants = asked.flatMap(({ permissions, projects, issues }) => {
    if (permissions.length === 0) throw badRequest('At least one project permission is needed.');
    return permissions.map((key) => {
      const grantKey = grantKeyOf(state, key, 'PROJECT');
      return {
        permission: key,
        projects: projects
          .filter((project) => holdsInProject(state, who, grantKey, project))
          .map(({ id }) => Number(id)),
        issues: issues.filter(holding(state, who, grantKey)).map(({ id }) => Number(id)),
      };
    });
  });
  return ok({ globalPermissions: granted, projectPermissions: grants }, 2 * (granted.length + grants.length));
};

/** @throws 400 for a permission that is unknown or of the other kind. */
const grantKeyOf = (state: JiraState, key: string, type: KnownPermission['type']): Permission => {
  const permission = getPermission(state, key);
  if (permission.type === type) return permission.grantKey;
  throw jiraError(400, '', { [key]: 'Unrecognized permission' });
};

/** Only administrators may ask about somebody else, and the app for itself. */
const whoseGrants = ({ state, caller }: Call, accountId: string | undefined): JiraCaller => {
  if (accountId === undefined || (caller.as === 'user' && caller.accountId === accountId)) return caller;
  if (caller.as !== 'app' && !holdsGlobally(state, caller, 'ADMINISTER')) {
    throw jiraError(403, 'Only Jira administrators can perform this operation.');
  }
  if (!findAccount(state, accountId)) throw badRequest(`There is no account ${accountId}.`);
  return { as: 'user', accountId };
};
