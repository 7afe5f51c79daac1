import type { Module } from './forge/manifest';
import type { Dashboard, Site } from './jira/model';
import { permissionOverview } from './jira/permission-overview';
import type { Clock } from './seams';

export type PagesRequest = {
  readonly method: string;
  /** The path without its query. */
  readonly path: string;
  /** The body as sent, or `null`. */
  readonly body: string | null;
  /** Whose credentials came with the request; `null` for nobody's. */
  readonly accountId: string | null;
};

/** What the pages' own routes read and change. */
export type PagesHost = { readonly site: Site; readonly clock: Clock; readonly modules: readonly Module[] };

export type PagesReply = {
  readonly status: number;
  /** Goes out as JSON; `undefined` is an empty body. */
  readonly body?: unknown;
  /** The site was changed and has to be saved. */
  readonly changed?: boolean;
};

/**
 * The routes under `/local/` that only the pages use: the tour, the app's modules, the clock's time, who holds which
 * permission, and dashboards
 * with what the edit views of their items saved.
 *
 * @returns `null` where the path is none of these.
 */
export const handlePagesApi = (request: PagesRequest, host: PagesHost): PagesReply | null => {
  const { method, path } = request;
  if (method === 'GET' && path === '/local/tour') return ok({ name: host.site.name, tour: host.site.tour });
  if (method === 'GET' && path === '/local/clock') return ok({ now: host.clock.now().toISOString() });
  if (method === 'GET' && path === '/local/modules') return ok(host.modules);
  if (method === 'GET' && path === '/local/permissions') return ok(permissionOverview(host.site));
  const [first, dashboardId, items, itemId, ...more] = path.replace('/local/', '').split('/');
  if (first !== 'dashboards' || more.length > 0) return null;
  if (request.accountId === null) return problem(401, 'Log in to see dashboards.');
  if (dashboardId === undefined) return ok(host.site.dashboards.map(({ id, name }) => ({ id, name })));
  const dashboard = host.site.dashboards.find(({ id }) => id === dashboardId);
  if (!dashboard) return problem(404, `There is no dashboard ${dashboardId}.`);
  if (items === undefined) return method === 'GET' ? ok(dashboard) : notAllowed(request);
  if (items !== 'items') return null;
  return itemId === undefined ? addItem(request, dashboard, host) : changeItem(request, dashboard, itemId);
};

const DASHBOARD_MODULES = ['dashboards:widget', 'jira:dashboardGadget'];

const addItem = (request: PagesRequest, dashboard: Dashboard, { modules }: PagesHost): PagesReply => {
  if (request.method !== 'POST') return notAllowed(request);
  const moduleKey = fieldOf(request.body, 'moduleKey');
  const known = modules.some(({ key, type }) => key === moduleKey && DASHBOARD_MODULES.includes(type));
  if (!known) return problem(400, `${String(moduleKey)} is not a widget or gadget of the app.`);
  const highest = Math.max(10000, ...dashboard.items.map(({ id }) => Number(id)).filter(Number.isFinite));
  const item = { id: String(highest + 1), moduleKey: String(moduleKey), config: null };
  dashboard.items.push(item);
  return { status: 201, body: item, changed: true };
};

const changeItem = (request: PagesRequest, dashboard: Dashboard, itemId: string): PagesReply => {
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

const ok = (body: unknown): PagesReply => ({ status: 200, body });

const problem = (status: number, message: string): PagesReply => ({ status, body: { error: message } });

const notAllowed = ({ method, path }: PagesRequest): PagesReply =>
  problem(405, `${method} is not allowed for ${path}.`);
