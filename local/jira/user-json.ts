import type { Account } from './model';
import type { JiraState } from './state';

type Json = Record<string, unknown>;

/** An account as Jira shows it inside issues and lists. */
export const userJson = (state: JiraState, account: Account): Json => ({
  self: state.link(`/rest/api/3/user?accountId=${encodeURIComponent(account.accountId)}`),
  accountId: account.accountId,
  accountType: 'atlassian',
  emailAddress: account.emailAddress,
  avatarUrls: avatarUrls(state, 'user', account.accountId),
  displayName: account.displayName,
  active: account.active,
  timeZone: account.timeZone,
});

/** The app's own account, which authors what the app writes. */
export const appUserJson = (state: JiraState): Json => ({
  self: state.link(`/rest/api/3/user?accountId=${APP_ACCOUNT}`),
  accountId: APP_ACCOUNT,
  accountType: 'app',
  avatarUrls: avatarUrls(state, 'user', APP_ACCOUNT),
  displayName: 'Installed app',
  active: true,
  timeZone: 'Etc/UTC',
});

export const APP_ACCOUNT = 'installed-app';

/** An account by id; an author who is gone, or nobody, is `null`. */
export const userById = (state: JiraState, accountId: string | null): Json | null => {
  if (accountId === APP_ACCOUNT) return appUserJson(state);
  const account = state.site.accounts.find((candidate) => candidate.accountId === accountId);
  return account ? userJson(state, account) : null;
};

export const avatarUrls = (state: JiraState, of: 'user' | 'project' | 'issuetype', id: string): Json => {
  const url = state.link(`/rest/api/3/universal_avatar/view/type/${of}/owner/${encodeURIComponent(id)}`);
  return { '48x48': url, '24x24': url, '16x16': url, '32x32': url };
};
