import { useEffect, type ReactElement } from 'react';
import { loadModules, type AppModule } from '../app-modules';
import { showFlag } from '../frame/flags';
import { Show, useLoaded } from '../loading';
import { Menu } from '../menu';
import { addItem, loadDashboard, type Dashboard } from './dashboard-data';
import { DashboardItemBox } from './dashboard-item';

type Shown = { readonly dashboard: Dashboard; readonly modules: readonly AppModule[] };

/** A dashboard with the app's widgets and gadgets, which can be added, set up and removed. */
export const DashboardPage = ({ dashboardId }: { readonly dashboardId: string }): ReactElement => {
  const loaded = useLoaded(`dashboard ${dashboardId}`, () => loadShown(dashboardId));
  return (
    <div className="page">
      <Show loaded={loaded}>{(shown) => <DashboardView {...shown} reload={loaded.reload} />}</Show>
    </div>
  );
};

const loadShown = async (dashboardId: string): Promise<Shown> => {
  const [dashboard, widgets, gadgets] = await Promise.all([
    loadDashboard(dashboardId),
    loadModules('dashboards:widget'),
    loadModules('jira:dashboardGadget'),
  ]);
  return { dashboard, modules: [...widgets, ...gadgets] };
};

const DashboardView = ({
  dashboard,
  modules,
  reload,
}: Shown & { readonly reload: () => void }): ReactElement => {
  useEffect(() => {
    document.title = dashboard.name;
  }, [dashboard.name]);
  const add = (module: AppModule) =>
    addItem(dashboard.id, module.key).then(reload, ({ message }: Error) =>
      showFlag({ id: 'add', title: 'Nothing was added', description: message, type: 'error' }),
    );
  return (
    <>
      <header className="page-head">
        <h1>{dashboard.name}</h1>
        <Menu label="Add to the dashboard" button="Add" className="primary">
          {modules.map((module) => (
            <button key={module.key} type="button" onClick={() => void add(module)}>
              {module.title} <span className="quiet">{kindOf(module)}</span>
            </button>
          ))}
        </Menu>
      </header>
      {dashboard.items.length === 0 && (
        <p className="quiet">Nothing is on this dashboard yet. Add something.</p>
      )}
      <div className="dashboard">
        {dashboard.items.map((item) => {
          const module = modules.find(({ key }) => key === item.moduleKey);
          return module ? (
            <DashboardItemBox
              key={item.id}
              dashboardId={dashboard.id}
              item={item}
              module={module}
              kind={kindOf(module)}
              onChanged={reload}
            />
          ) : (
            <p key={item.id} className="problem">
              The app has no module {item.moduleKey} any more.
            </p>
          );
        })}
      </div>
    </>
  );
};

const kindOf = ({ type }: AppModule): string => (type === 'dashboards:widget' ? 'widget' : 'gadget');
