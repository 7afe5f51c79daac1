import * as v from 'valibot';
import type { JiraCaller } from '../seams';
import { readBody } from './body';
import { badRequest, jiraError } from './http-error';
import type { Project } from './model';
import { getPermission, type KnownPermission } from './permission-catalogue';
import {
  findAccount,
  getIssue,
  getProject,
  holdsGlobally,
  holdsInProject,
  holdsOnIssue,
  projectOf,
} from './permissions';
import { listParameter } from './query';
import { ok, type Answer, type Call, type Route } from './route';

export const PERMISSION_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/mypermissions',
    query: ['permissions', 'projectKey', 'projectId', 'issueKey', 'issueId'],
    anonymous: true,
    run: (call) => myPermissions(call),
  },
  { method: 'POST', path: '/rest/api/3/permissions/check', run: (call) => checkPermissions(call) },
];

const myPermissions = (call: Call): Answer => {
  const keys = listParameter(call, 'permissions') ?? [];
  if (keys.length === 0) throw badRequest("The query parameter 'permissions' is required.");
  const project = projectAsked(call);
  const permissions = keys.map((key) => {
    const { grantKey, ...known } = getPermission(call.state, key);
    const { id, name, description, type } = known;
    const havePermission = holds(call, { grantKey, ...known }, project);
    return [key, { id, key, name, type, description, havePermission }];
  });
  return ok({ permissions: Object.fromEntries(permissions) }, 2 * keys.length);
};

const projectAsked = (call: Call): Project | null => {
  const project = call.query.get('projectKey') ?? call.query.get('projectId');
  if (project) return getProject(call, project);
  const issue = call.query.get('issueKey') ?? call.query.get('issueId');
  return issue ? projectOf(call.state, getIssue(call, issue).projectId) : null;
};

/** Without a project, a project permission is held by who holds it in any. */
const holds = ({ state, caller }: Call, permission: KnownPermission, project: Project | null): boolean => {
  if (permission.type === 'GLOBAL') return holdsGlobally(state, caller, permission.grantKey);
  return (project ? [project] : state.site.projects).some((each) =>
    holdsInProject(state, caller, permission.grantKey, each),
  );
};

const ids = v.optional(v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(1000)), []);

const checkBody = v.strictObject({
  accountId: v.optional(v.string()),
  globalPermissions: v.optional(v.array(v.string()), []),
  projectPermissions: v.optional(
    v.array(v.strictObject({ permissions: v.array(v.string()), projects: ids, issues: ids })),
    [],
  ),
});

const checkPermissions = (call: Call): Answer => {
  const { state } = call;
  const { accountId, globalPermissions, projectPermissions } = readBody(call, checkBody);
  const who = whoseGrants(call, accountId);
  const granted = globalPermissions.filter((key) =>
    holdsGlobally(state, who, getPermission(state, key).grantKey),
  );
  const grants = projectPermissions.flatMap(({ permissions, projects, issues }) =>
    permissions.map((key) => {
      const { grantKey } = getPermission(state, key);
      return {
        permission: key,
        projects: projects.filter((id) => {
          const project = state.site.projects.find((each) => each.id === String(id));
          return project !== undefined && holdsInProject(state, who, grantKey, project);
        }),
        issues: issues.filter((id) => {
          const issue = state.issues.find(String(id));
          return issue !== undefined && holdsOnIssue(state, who, grantKey, issue);
        }),
      };
    }),
  );
  return ok({ globalPermissions: granted, projectPermissions: grants }, 2 * (granted.length + grants.length));
};

/** Only administrators and the app may ask about somebody else. */
const whoseGrants = ({ state, caller }: Call, accountId: string | undefined): JiraCaller => {
  if (accountId === undefined || (caller.as === 'user' && caller.accountId === accountId)) return caller;
  if (!holdsGlobally(state, caller, 'ADMINISTER')) {
    throw jiraError(403, 'Only Jira administrators can perform this operation.');
  }
  if (!findAccount(state, accountId)) throw badRequest(`There is no account ${accountId}.`);
  return { as: 'user', accountId };
};
