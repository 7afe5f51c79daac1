import { rest } from '../rest';

export type DashboardItem = {
  readonly id: string;
  readonly moduleKey: string;
  readonly config: Readonly<Record<string, unknown>> | null;
};
export type Dashboard = {
  readonly id: string;
  readonly name: string;
  readonly items: readonly DashboardItem[];
};

const pathOf = (dashboardId: string): string => `/local/dashboards/${encodeURIComponent(dashboardId)}`;

export const loadDashboards = (): Promise<Pick<Dashboard, 'id' | 'name'>[]> => rest('/local/dashboards');

export const loadDashboard = (dashboardId: string): Promise<Dashboard> => rest(pathOf(dashboardId));

export const addItem = (dashboardId: string, moduleKey: string): Promise<DashboardItem> =>
  rest(`${pathOf(dashboardId)}/items`, { method: 'POST', body: { moduleKey } });

export const saveItem = (
  dashboardId: string,
  itemId: string,
  config: Readonly<Record<string, unknown>>,
): Promise<DashboardItem> =>
  rest(`${pathOf(dashboardId)}/items/${itemId}`, { method: 'PUT', body: { config } });

export const removeItem = (dashboardId: string, itemId: string): Promise<void> =>
  rest(`${pathOf(dashboardId)}/items/${itemId}`, { method: 'DELETE' });
