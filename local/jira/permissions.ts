import type { JiraCaller } from '../seams';
import { jiraError, noSuchIssue } from './http-error';
import type { Account, Grant, Issue, Permission, Project } from './model';
import type { Call } from './route';
import type { JiraState } from './state';

/** Whose members administer the site. */
export const ADMINISTRATORS = 'site-admins';
/** Whose members hold the app's global permissions beside the administrators. */
export const COMPANY_OKR_MANAGERS = 'company-okr-managers';

/** Whether the caller holds a permission in a project. Nothing is held where the project may not be browsed. */
export const holdsInProject = (
  state: JiraState,
  caller: JiraCaller,
  permission: Permission,
  project: Project,
): boolean => {
  if (caller.as === 'app') return true;
  if (caller.as === 'anonymous') return false;
  const granted = (key: Permission): boolean =>
    (project.permissions[key] ?? []).some((grant) => isGranted(state, grant, caller.accountId, project));
  return granted('BROWSE_PROJECTS') && granted(permission);
};

/** Whether the caller holds `ADMINISTER` or one of the app's own global permissions. */
export const holdsGlobally = (state: JiraState, caller: JiraCaller, permission: Permission): boolean => {
  if (caller.as !== 'user') return caller.as === 'app';
  const groups = permission === 'ADMINISTER' ? [ADMINISTRATORS] : [ADMINISTRATORS, COMPANY_OKR_MANAGERS];
  return groups.some((name) => isMember(state, caller.accountId, name));
};

/** A test of issues by whether the caller may browse their project; each project is looked at once. */
export const browsing = (state: JiraState, caller: JiraCaller): ((issue: Issue) => boolean) => {
  const allowed = new Set(browsableProjects(state, caller).map(({ id }) => id));
  return ({ projectId }) => allowed.has(projectId);
};

export const browsableProjects = (state: JiraState, caller: JiraCaller): Project[] =>
  state.site.projects.filter((project) => holdsInProject(state, caller, 'BROWSE_PROJECTS', project));

/** @throws 404 when there is no such issue or the caller may not browse it. */
export const getIssue = ({ state, caller }: Call, idOrKey: string): Issue => {
  const issue = state.issues.find(idOrKey);
  if (!issue || !holdsOnIssue(state, caller, 'BROWSE_PROJECTS', issue)) throw noSuchIssue();
  return issue;
};

/** The same for one that the caller is about to write. @throws 403 when it lacks the permission. */
export const getIssueFor = (call: Call, idOrKey: string, permission: Permission): Issue => {
  const issue = getIssue(call, idOrKey);
  if (!holdsOnIssue(call.state, call.caller, permission, issue)) {
    throw jiraError(403, `You do not have the permission ${permission} for this issue.`);
  }
  return issue;
};

/** @throws 404 when there is no such project or the caller may not browse it. */
export const getProject = ({ state, caller }: Call, idOrKey: string): Project => {
  const project = browsableProjects(state, caller).find(
    ({ id, key }) => id === idOrKey || key === idOrKey.toUpperCase(),
  );
  if (!project) throw jiraError(404, `No project could be found with key '${idOrKey}'.`);
  return project;
};

export const holdsOnIssue = (
  state: JiraState,
  caller: JiraCaller,
  permission: Permission,
  issue: Issue,
): boolean => holdsInProject(state, caller, permission, projectOf(state, issue.projectId));

export const projectOf = (state: JiraState, projectId: string): Project => {
  const project = state.site.projects.find(({ id }) => id === projectId);
  if (!project) throw new Error(`The site has no project ${projectId}.`);
  return project;
};

export const findAccount = (state: JiraState, accountId: string): Account | undefined =>
  state.site.accounts.find((account) => account.accountId === accountId);

const isMember = (state: JiraState, accountId: string, groupName: string): boolean =>
  state.site.groups.some(({ name, members }) => name === groupName && members.includes(accountId));

const isGranted = (state: JiraState, grant: Grant, accountId: string, project: Project): boolean => {
  const inGroup = (id: string): boolean =>
    state.site.groups.some(
      ({ groupId, name, members }) => (groupId === id || name === id) && members.includes(accountId),
    );
  switch (grant.to) {
    case 'logged-in':
      return true;
    case 'group':
      return inGroup(grant.groupId);
    case 'account':
      return grant.accountId === accountId;
    case 'role': {
      const role = project.roles[grant.role];
      return role !== undefined && (role.accounts.includes(accountId) || role.groups.some(inGroup));
    }
  }
};
