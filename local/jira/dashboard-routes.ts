import { jiraError } from './http-error';
import type { Dashboard } from './model';
import { propertyRoutes } from './property-routes';
import { param, type Call } from './route';

/** Properties of a dashboard's items: where gadgets keep what their edit view saved. */
export const DASHBOARD_ROUTES = propertyRoutes({
  path: '/rest/api/3/dashboard/{dashboard}/items/{item}/properties',
  anonymous: true,
  read: (call) => getItem(call).properties ?? {},
  replace: (call, properties) => {
    getItem(call).properties = properties;
    call.state.changed('dashboard', param(call, 'dashboard'));
  },
  // Everybody who is logged in may arrange the local site's dashboards.
  checkWrite: (call) => void getItem(call),
});

const getItem = (call: Call): Dashboard['items'][number] => {
  const dashboard = call.state.site.dashboards.find(({ id }) => id === param(call, 'dashboard'));
  const item = dashboard?.items.find(({ id }) => id === param(call, 'item'));
  if (!item || call.caller.as === 'anonymous') throw jiraError(404, 'The dashboard item was not found.');
  return item;
};
