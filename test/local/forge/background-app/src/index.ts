import api, { __requestAtlassianAsApp, getAppContext, privacy, route } from '@forge/api';
import { makeResolver } from '@forge/resolver';

/** What the platform called, in order, as the functions were told. */
const heard: unknown[] = [];

const note = (name: string, ...told: unknown[]): void => {
  heard.push({ name, told, moduleKey: getAppContext().moduleKey, at: new Date().toISOString() });
};

export const page = makeResolver({
  heard: () => heard.splice(0),
  report: ({ payload }: { payload: unknown }) => privacy.reportPersonalData(payload as never),
  reportAtOnce: async ({ payload }: { payload: readonly string[] }) => {
    const accounts = payload.map((accountId) => ({ accountId, updatedAt: new Date().toISOString() }));
    const body = JSON.stringify({ accounts });
    return (await __requestAtlassianAsApp('/app/report-accounts', { method: 'POST', body })).status;
  },
} as never);

export const hourly = (...told: unknown[]): void => {
  note('hourly', ...told);
  throw new Error('the hour was bad');
};

export const weekly = async (...told: unknown[]): Promise<void> => {
  note('weekly', ...told);
  const asUser = await api
    .asUser()
    .requestJira(route`/rest/api/3/myself`, { method: 'GET' })
    .then(
      ({ status }) => status,
      ({ message }: Error) => message,
    );
  const asApp = await api.asApp().requestJira(route`/rest/api/3/project/search`, { method: 'GET' });
  note('weekly asked', asUser, asApp.status);
};
