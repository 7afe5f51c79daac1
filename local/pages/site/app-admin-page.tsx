import { useEffect, type ReactElement } from 'react';
import { loadModules } from '../app-modules';
import { AppFrame } from '../frame/app-frame';
import { Show, useLoaded } from '../loading';
import { rest } from '../rest';
import { Link } from '../routing';

export const APP_ADMIN_PATH = '/admin/app';

/** The app's page in Jira's administration, which Jira shows to its administrators alone. */
export const AppAdminPage = (): ReactElement => {
  const loaded = useLoaded('administration of the app', async () => ({
    modules: await loadModules('jira:adminPage'),
    administers: await administersJira(),
  }));
  useEffect(() => {
    document.title = 'Administration of the app';
  }, []);
  return (
    <div className="page">
      <p>
        <Link href="/admin">Administration</Link>
      </p>
      <Show loaded={loaded}>
        {({ modules: [module], administers }) =>
          module && administers ? (
            <AppFrame
              module={module}
              extension={{ type: module.type, location: location.origin + APP_ADMIN_PATH }}
              place={{ historyBase: APP_ADMIN_PATH }}
            />
          ) : (
            <p className="problem">
              {module ? 'Only Jira administrators see this page.' : 'The app has no page here.'}
            </p>
          )
        }
      </Show>
    </div>
  );
};

const administersJira = async (): Promise<boolean> => {
  const { permissions } = await rest<{ permissions: Record<string, { havePermission: boolean }> }>(
    '/rest/api/3/mypermissions?permissions=ADMINISTER',
  );
  return permissions['ADMINISTER']?.havePermission === true;
};
