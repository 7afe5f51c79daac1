import { badRequest, jiraError } from './http-error';
import type { Account } from './model';
import { pageOf, PAGE_PARAMETERS } from './paging';
import { findAccount, getIssue, getProject, holdsInProject, projectOf } from './permissions';
import { ok, type Answer, type Call, type Route } from './route';
import { listParameter } from './query';
import { userJson } from './user-json';

export const USER_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/rest/api/3/user', query: ['accountId'], run: (call) => ok(getUser(call), 2) },
  {
    method: 'GET',
    path: '/rest/api/3/user/bulk',
    query: ['accountId', ...PAGE_PARAMETERS],
    run: (call) => getUsers(call),
  },
  {
    method: 'GET',
    path: '/rest/api/3/user/search',
    query: ['query', 'accountId', ...PAGE_PARAMETERS],
    anonymous: true,
    run: (call) => listUsers(call, searchable(call)),
  },
  {
    method: 'GET',
    path: '/rest/api/3/user/assignable/search',
    query: ['query', 'accountId', 'project', 'issueKey', 'issueId', ...PAGE_PARAMETERS],
    run: (call) => listUsers(call, assignable(call)),
  },
];

const getUser = (call: Call): unknown => {
  const accountId = call.query.get('accountId');
  if (!accountId) throw badRequest("The query parameter 'accountId' is required.");
  const account = findAccount(call.state, accountId);
  if (!account) throw jiraError(404, 'Specified user does not exist or you do not have required permissions');
  return userJson(call.state, account);
};

const getUsers = (call: Call): Answer => {
  const asked = listParameter(call, 'accountId');
  if (!asked || asked.length === 0) throw badRequest("The query parameter 'accountId' is required.");
  const accounts = asked.flatMap((accountId) => findAccount(call.state, accountId) ?? []);
  const page = pageOf(call, accounts, { size: 10, most: 200 });
  const values = page.values.map((account) => userJson(call.state, account));
  return ok({ ...page, values }, 2 * values.length);
};

const listUsers = (call: Call, accounts: readonly Account[]): Answer => {
  const { values } = pageOf(call, accounts, { size: 50, most: 1000 });
  return ok(
    values.map((account) => userJson(call.state, account)),
    2 * values.length,
  );
};

const searchable = ({ state, caller, query }: Call): Account[] => {
  const accountId = query.get('accountId');
  const text = query.get('query');
  if (accountId === null && text === null) throw badRequest("The query parameter 'query' is required.");
  if (caller.as === 'anonymous') return [];
  if (accountId !== null) return state.site.accounts.filter((account) => account.accountId === accountId);
  return state.site.accounts.filter(matching(text ?? ''));
};

/** Whether a name has a word, or the e-mail address has the beginning, that was typed. */
const matching = (text: string): ((account: Account) => boolean) => {
  const wanted = text.trim().toLowerCase();
  return ({ displayName, emailAddress }) =>
    ` ${displayName.toLowerCase()}`.includes(` ${wanted}`) || emailAddress.toLowerCase().startsWith(wanted);
};

const assignable = (call: Call): Account[] => {
  const { state, query } = call;
  const issue = query.get('issueKey') ?? query.get('issueId');
  const projectName = query.get('project');
  if (issue === null && projectName === null) throw badRequest("Either 'project' or 'issueKey' is required.");
  const project =
    issue === null ? getProject(call, projectName ?? '') : projectOf(state, getIssue(call, issue).projectId);
  return state.site.accounts.filter(
    (account) =>
      account.active &&
      matching(query.get('query') ?? '')(account) &&
      (query.get('accountId') ?? account.accountId) === account.accountId &&
      holdsInProject(state, { as: 'user', accountId: account.accountId }, 'ASSIGNABLE_USER', project),
  );
};
