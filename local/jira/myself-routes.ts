import { findAccount } from './permissions';
import { listParameter } from './query';
import { ok, type Call, type Route } from './route';
import { appUserJson, userJson } from './user-json';

/** Who asks, and whom they ask. */
export const MYSELF_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/rest/api/3/myself', query: ['expand'], run: (call) => ok(myself(call), 2) },
  { method: 'GET', path: '/rest/api/3/serverInfo', anonymous: true, run: (call) => ok(serverInfo(call)) },
];

const myself = (call: Call): unknown => {
  const { state, caller } = call;
  const account = caller.as === 'user' ? findAccount(state, caller.accountId) : undefined;
  if (!account) return appUserJson(state);
  const groups = state.site.groups.filter(({ members }) => members.includes(account.accountId));
  const shown = (listParameter(call, 'expand') ?? []).includes('groups') ? groups : [];
  return {
    ...userJson(state, account),
    locale: account.locale,
    groups: {
      size: groups.length,
      items: shown.map(({ groupId, name }) => ({
        name,
        groupId,
        self: state.link(`/rest/api/3/group?groupId=${encodeURIComponent(groupId)}`),
      })),
    },
    applicationRoles: { size: 1, items: [] },
  };
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
