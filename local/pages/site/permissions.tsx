import type { ReactElement } from 'react';
import { Show, useLoaded } from '../loading';
import { rest } from '../rest';

type ProjectPermissions = {
  readonly key: string;
  readonly name: string;
  readonly permissions: readonly { readonly permission: string; readonly holders: readonly string[] }[];
};

/** Who holds which permission in each project. */
export const Permissions = (): ReactElement => {
  const loaded = useLoaded('permissions', () => rest<ProjectPermissions[]>('/local/permissions'));
  return (
    <Show loaded={loaded}>
      {(projects) =>
        projects.map(({ key, name, permissions }) => (
          <details key={key}>
            <summary>
              {name} ({key})
            </summary>
            <dl className="facts permissions">
              {permissions.map(({ permission, holders }) => (
                <div key={permission}>
                  <dt>{permission}</dt>
                  <dd>{holders.join(', ') || 'nobody'}</dd>
                </div>
              ))}
            </dl>
          </details>
        ))
      }
    </Show>
  );
};
