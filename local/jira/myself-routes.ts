import { findAccount } from './permissions';
import { ok, type Call, type Route } from './route';
import { appUserJson, userJson } from './user-json';

/** Who asks, and whom they ask. */
export const MYSELF_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/rest/api/3/myself', query: ['expand'], run: (call) => ok(myself(call), 2) },
  { method: 'GET', path: '/rest/api/3/serverInfo', anonymous: true, run: (call) => ok(serverInfo(call)) },
];

const myself = ({ state, caller }: Call): unknown => {
  const account = caller.as === 'user' ? findAccount(state, caller.accountId) : undefined;
  return account ? { ...userJson(state, account), locale: account.locale } : appUserJson(state);
};

const serverInfo = ({ state }: Call): unknown => ({
  baseUrl: state.link('/'),
  version: '1001.0.0-SNAPSHOT',
  versionNumbers: [1001, 0, 0],
  deploymentType: 'Cloud',
  buildNumber: 100_000,
  buildDate: '2026-01-01T00:00:00.000+0000',
  serverTime: state.now().toISOString().replace('Z', '+0000'),
  scmInfo: 'local',
  serverTitle: state.site.name,
  defaultLocale: { locale: 'en_US' },
  serverTimeZone: 'Etc/UTC',
});
