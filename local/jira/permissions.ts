import type { JiraCaller } from '../seams';
import { jiraError, noSuchIssue } from './http-error';
import { passingLevel } from './issue-security';
import type { Account, Issue, Project, Site } from './model';
import type { Grant, Permission } from './permission-scheme';
import { EVERY_ISSUE, isGranted, issuesReached, NO_ISSUE, type IssueTest } from './permission-grants';
import type { Call } from './route';
import type { JiraState } from './state';

/**
 * Whether the caller holds a permission in a project, on whichever of its issues: anybody could report one. Nothing is
 * held where the project may not be browsed.
 */
export const holdsInProject = (
  { site }: JiraState,
  caller: JiraCaller,
  permission: Permission,
  project: Project,
): boolean =>
  ['BROWSE_PROJECTS', permission].every(
    (key) => issuesReached(site, caller, grantsOf(site, project, key), project) !== NO_ISSUE,
  );

/**
 * Whether the caller holds `ADMINISTER`, `BULK_CHANGE`, which everybody logged in has until the site says otherwise, or
 * one of the app's own global permissions.
 */
export const holdsGlobally = (state: JiraState, caller: JiraCaller, permission: Permission): boolean => {
  const own = state.options.appPermissionKeys.global.find(({ key }) => key === permission);
  if (caller.as === 'anonymous' && own?.anonymousAllowed !== true) return false;
  const { globalPermissions } = state.site;
  if (permission === 'BULK_CHANGE' && globalPermissions[permission] === undefined) {
    return isGranted(state.site, caller, { to: 'logged-in' }, null);
  }
  const defaults: Record<string, readonly Grant[]> = {
    all: [{ to: 'anyone' }],
    'jira-administrators': globalPermissions['ADMINISTER'] ?? [],
  };
  const grants =
    globalPermissions[permission] ?? (own?.defaultGrants ?? []).flatMap((each) => defaults[each] ?? []);
  return grants.some((grant) => isGranted(state.site, caller, grant, null));
};

/** A test of issues by whether the caller may see them; each project is looked at once. */
export const browsing = (state: JiraState, caller: JiraCaller): IssueTest =>
  holding(state, caller, 'BROWSE_PROJECTS');

/** A test of issues by whether the caller sees them and holds the permission on them. */
export const holding = (state: JiraState, caller: JiraCaller, permission: Permission): IssueTest => {
  const tests = new Map<string, IssueTest>();
  return (issue) => {
    const known = tests.get(issue.projectId);
    if (known) return known(issue);
    const test = holdingIn(state, caller, permission, projectOf(state, issue.projectId));
    tests.set(issue.projectId, test);
    return test(issue);
  };
};

const holdingIn = (
  { site }: JiraState,
  caller: JiraCaller,
  permission: Permission,
  project: Project,
): IssueTest => {
  const reached = (key: Permission): IssueTest =>
    issuesReached(site, caller, grantsOf(site, project, key), project);
  const browses = reached('BROWSE_PROJECTS');
  const holds = reached(permission);
  if (browses === NO_ISSUE || holds === NO_ISSUE) return NO_ISSUE;
  const passes = passingLevel(site, caller, project);
  if (browses === EVERY_ISSUE && holds === EVERY_ISSUE) return passes;
  return (issue) => browses(issue) && holds(issue) && passes(issue);
};

const grantsOf = (
  { permissionSchemes }: Site,
  project: Project,
  permission: Permission,
): readonly Grant[] => {
  const scheme = permissionSchemes.find(({ id }) => id === project.permissionSchemeId);
  if (!scheme) throw new Error(`The site has no permission scheme ${project.permissionSchemeId}.`);
  return scheme.permissions[permission] ?? [];
};

export const browsableProjects = (state: JiraState, caller: JiraCaller): Project[] =>
  state.site.projects.filter((project) => holdsInProject(state, caller, 'BROWSE_PROJECTS', project));

/** @throws 404 when there is no such issue or the caller may not browse it. */
export const getIssue = ({ state, caller }: Call, idOrKey: string): Issue => {
  const issue = state.issues.find(idOrKey);
  if (!issue || !holdsOnIssue(state, caller, 'BROWSE_PROJECTS', issue)) throw noSuchIssue();
  return issue;
};

/** The same for one that the caller is about to write. @throws 403 when it lacks the permission, 401 for nobody. */
export const getIssueFor = (call: Call, idOrKey: string, permission: Permission): Issue => {
  const { state, caller } = call;
  const issue = state.issues.find(idOrKey);
  if (issue && holdsOnIssue(state, caller, permission, issue)) return issue;
  if (caller.as === 'anonymous') {
    throw jiraError(401, 'Client must be authenticated to access this resource.');
  }
  getIssue(call, idOrKey);
  throw jiraError(403, `You do not have the permission ${permission} for this issue.`);
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
): boolean => holding(state, caller, permission)(issue);

export const projectOf = (state: JiraState, projectId: string): Project => {
  const project = state.site.projects.find(({ id }) => id === projectId);
  if (!project) throw new Error(`The site has no project ${projectId}.`);
  return project;
};

export const findAccount = (state: JiraState, accountId: string): Account | undefined =>
  state.site.accounts.find((account) => account.accountId === accountId);
