import type { AdminPageView } from '../../src/contract/admin-page';
import { pause } from '../../src/contract/patience';
import { searchUsers, type User } from '../../src/jira/users';
import { invokeAdminPage } from '../shared/invoke';
import { jira } from '../shared/jira';
import { unwrap } from '../shared/loading';
import { readContext } from '../shared/platform';
import type { Site } from './site';

export type Loaded = { readonly siteUrl: string; readonly page: AdminPageView };

export const loadAdminPage = async (): Promise<Loaded> => {
  const [{ siteUrl }, outcome] = await Promise.all([readContext(), invokeAdminPage('loadAdminPage', {})]);
  return { siteUrl, page: unwrap(outcome) };
};

export const findPeople = (query: string): Promise<User[]> => searchUsers(jira, query);

/** The site that the page is on, through the bridge. */
export const site: Site = {
  jira,
  invoke: invokeAdminPage as Site['invoke'],
  pause,
  now: Date.now,
};
