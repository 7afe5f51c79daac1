import type { ReactElement } from 'react';
import { loadModules } from '../app-modules';
import { AppFrame } from '../frame/app-frame';
import type { Project } from '../jira-types';
import { Show, useLoaded } from '../loading';

/** The app's project page. What follows `/okrs` in the address is the app's own. */
export const Okrs = ({ project }: { readonly project: Project }): ReactElement => {
  const loaded = useLoaded('project pages', () => loadModules('jira:projectPage'));
  const base = `/projects/${project.key}/okrs`;
  return (
    <Show loaded={loaded}>
      {([module]) =>
        module ? (
          <AppFrame
            module={module}
            extension={{
              type: module.type,
              project: { id: project.id, key: project.key, type: 'software' },
              location: location.origin + base,
            }}
            place={{ historyBase: base }}
          />
        ) : (
          <p className="problem">The app has no project page.</p>
        )
      }
    </Show>
  );
};
