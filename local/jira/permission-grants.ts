import type { JiraCaller } from '../seams';
import type { Issue, Project, Site } from './model';
import type { Grant } from './permission-scheme';
import { APP_ACCOUNT } from './user-json';

/** Whether an issue is among those that something reaches. */
export type IssueTest = (issue: Issue) => boolean;

export const EVERY_ISSUE: IssueTest = () => true;
export const NO_ISSUE: IssueTest = () => false;

/**
 * Which issues of a project the grants reach for the caller: `EVERY_ISSUE`, `NO_ISSUE`, or those that the caller
 * reported or is assigned to.
 */
export const issuesReached = (
  site: Site,
  caller: JiraCaller,
  grants: readonly Grant[],
  project: Project,
): IssueTest => {
  if (grants.some((grant) => isGranted(site, caller, grant, project))) return EVERY_ISSUE;
  const accountId = accountOf(caller);
  const own = grants.flatMap(({ to }) => (to === 'reporter' || to === 'assignee' ? [to] : []));
  if (accountId === null || own.length === 0) return NO_ISSUE;
  return (issue) => own.some((person) => issue[person] === accountId);
};

/** Whether the caller is meant, whatever the issue. Roles and leads mean nobody without a project. */
export const isGranted = (site: Site, caller: JiraCaller, grant: Grant, project: Project | null): boolean => {
  const accountId = accountOf(caller);
  switch (grant.to) {
    case 'anyone':
      return true;
    case 'logged-in':
      return accountId !== null;
    case 'app':
      return caller.as === 'app';
    case 'group':
      return isMember(site, accountId, grant.groupId);
    case 'account':
      return accountId === grant.accountId;
    case 'role':
      return project !== null && hasRole(site, accountId, project, grant.role);
    case 'project-lead':
      return project !== null && accountId === project.lead;
    case 'reporter':
    case 'assignee':
      return false;
  }
};

/** The app asks with an account of its own; who is not logged in has none. */
const accountOf = (caller: JiraCaller): string | null => {
  if (caller.as === 'app') return APP_ACCOUNT;
  return caller.as === 'user' ? caller.accountId : null;
};

const isMember = ({ groups }: Site, accountId: string | null, idOrName: string): boolean =>
  accountId !== null &&
  groups.some(
    ({ groupId, name, members }) =>
      (groupId === idOrName || name === idOrName) && members.includes(accountId),
  );

const hasRole = (site: Site, accountId: string | null, { roles }: Project, name: string): boolean => {
  const role = roles[name];
  if (role === undefined || accountId === null) return false;
  return role.accounts.includes(accountId) || role.groups.some((group) => isMember(site, accountId, group));
};
