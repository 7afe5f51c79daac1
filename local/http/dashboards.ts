import type { Module } from '../forge/manifest';
import type { Dashboard, Site } from '../jira/model';

export type DashboardRequest = {
  readonly method: string;
  /** The path without its query. */
  readonly path: string;
  /** The body as sent, or `null`. */
  readonly body: string | null;
  /** Whose credentials came with the request; `null` for nobody's. */
  readonly accountId: string | null;
};

/** What has dashboards, and what may be put on them. */
export type DashboardHost = { readonly site: Site; readonly modules: readonly Module[] };

export type DashboardReply = {
  readonly status: number;
  /** Goes out as JSON; `undefined` is an empty body. */
  readonly body?: unknown;
  /** The site was changed and has to be saved. */
  readonly changed?: boolean;
};

/**
 * `/local/dashboards/…`: dashboards with what the edit views of their items saved. Jira's own API has no such thing: an
 * app's widget is added and set up on the page.
 *
 * @returns `null` where the path is another.
 */
export const answerDashboards = (request: DashboardRequest, host: DashboardHost): DashboardReply | null => {
  const [first, dashboardId, items, itemId, ...more] = request.path.replace('/local/', '').split('/');
  if (first !== 'dashboards' || more.length > 0) return null;
  if (request.accountId === null) return problem(401, 'Log in to see dashboards.');
  if (dashboardId === undefined) return ok(host.site.dashboards.map(({ id, name }) => ({ id, name })));
  const dashboard = host.site.dashboards.find(({ id }) => id === dashboardId);
  if (!dashboard) return problem(404, `There is no dashboard ${dashboardId}.`);
  if (items === undefined) return request.method === 'GET' ? ok(dashboard) : notAllowed(request);
  if (items !== 'items') return null;
  return itemId === undefined ? addItem(request, dashboard, host) : changeItem(request, dashboard, itemId);
};

const DASHBOARD_MODULES = ['dashboards:widget', 'jira:dashboardGadget'];

const addItem = (
  request: DashboardRequest,
  dashboard: Dashboard,
  { modules }: DashboardHost,
): DashboardReply => {
  if (request.method !== 'POST') return notAllowed(request);
  const moduleKey = fieldOf(request.body, 'moduleKey');
  const known = modules.some(({ key, type }) => key === moduleKey && DASHBOARD_MODULES.includes(type));
  if (!known) return problem(400, `${String(moduleKey)} is not a widget or gadget of the app.`);
  const highest = Math.max(10000, ...dashboard.items.map(({ id }) => Number(id)).filter(Number.isFinite));
  const item = { id: String(highest + 1), moduleKey: String(moduleKey), config: null };
  dashboard.items.push(item);
  return { status: 201, body: item, changed: true };
};

const changeItem = (request: DashboardRequest, dashboard: Dashboard, itemId: string): DashboardReply => {
  const at = dashboard.items.findIndex(({ id }) => id === itemId);
  const item = dashboard.items[at];
  if (!item) return problem(404, `There is no item ${itemId} on the dashboard ${dashboard.name}.`);
  if (request.method === 'DELETE') {
    dashboard.items.splice(at, 1);
    return { status: 204, changed: true };
  }
  if (request.method !== 'PUT') return notAllowed(request);
  const config = fieldOf(request.body, 'config');
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    return problem(400, 'An item takes {"config": {…}}.');
  }
  item.config = config as Record<string, unknown>;
  return { status: 200, body: item, changed: true };
};

const fieldOf = (body: string | null, name: string): unknown => {
  try {
    return (JSON.parse(body ?? 'null') as Record<string, unknown> | null)?.[name];
  } catch {
    return undefined;
  }
};

const ok = (body: unknown): DashboardReply => ({ status: 200, body });

const problem = (status: number, message: string): DashboardReply => ({ status, body: { error: message } });

const notAllowed = ({ method, path }: DashboardRequest): DashboardReply =>
  problem(405, `${method} is not allowed for ${path}.`);
