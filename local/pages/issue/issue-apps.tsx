import type { ReactElement } from 'react';
import { loadModules, type AppModule } from '../app-modules';
import { AppFrame } from '../frame/app-frame';
import type { Issue } from '../jira-types';
import { Show, useLoaded } from '../loading';
import { Menu } from '../menu';
import { createStore, useStore } from '../store';

type Placed = { readonly issue: Issue; readonly refreshIssue: () => void };

/** The app's parts of the details column: everybody sees them on every issue. */
export const ContextModules = ({ issue, refreshIssue }: Placed): ReactElement => {
  const loaded = useLoaded('issue context', () => loadModules('jira:issueContext'));
  return (
    <Show loaded={loaded}>
      {(modules) =>
        modules.map((module) => (
          <details key={module.key} open className="app-part">
            <summary>{String(module.properties['label'] ?? module.title)}</summary>
            <AppFrame
              module={module}
              label={`${module.title}: ${String(module.properties['label'] ?? '')}`}
              extension={extensionOf(module, issue)}
              place={{ refreshIssue, refresh: refreshIssue }}
            />
          </details>
        ))
      }
    </Show>
  );
};

/** Adds a panel of the app to the issue, as Jira's button of that name does. */
export const AppsButton = ({ issue }: { readonly issue: Issue }): ReactElement => {
  const loaded = useLoaded('issue panels', () => loadModules('jira:issuePanel'));
  const added = useStore(addedPanels);
  return (
    <Menu label="Apps" button="Apps" className="subtle">
      {loaded.value?.map((module) => (
        <button
          key={module.key}
          type="button"
          disabled={added.includes(panelId(module, issue))}
          onClick={() => setPanels([...added, panelId(module, issue)])}
        >
          {module.title}
        </button>
      ))}
    </Menu>
  );
};

/** The panels that were added to this issue. */
export const PanelModules = ({ issue, refreshIssue }: Placed): ReactElement => {
  const loaded = useLoaded('issue panels', () => loadModules('jira:issuePanel'));
  const added = useStore(addedPanels);
  const shown = (loaded.value ?? []).filter((module) => added.includes(panelId(module, issue)));
  return (
    <>
      {shown.map((module) => (
        <section key={module.key} className="app-part" aria-label={module.title}>
          <header>
            <h2>{module.title}</h2>
            <button
              type="button"
              className="icon"
              aria-label={`Remove ${module.title} from this issue`}
              onClick={() => setPanels(added.filter((id) => id !== panelId(module, issue)))}
            >
              ✕
            </button>
          </header>
          <AppFrame
            module={module}
            extension={extensionOf(module, issue)}
            place={{ refreshIssue, refresh: refreshIssue }}
          />
        </section>
      ))}
    </>
  );
};

const PANELS = 'issue panels';
const addedPanels = createStore<readonly string[]>(
  JSON.parse(localStorage.getItem(PANELS) ?? '[]') as string[],
);

const setPanels = (ids: readonly string[]): void => {
  localStorage.setItem(PANELS, JSON.stringify(ids));
  addedPanels.set(ids);
};

const panelId = (module: AppModule, issue: Issue): string => `${module.key} ${issue.key}`;

const extensionOf = (module: AppModule, { id, key, fields }: Issue): Record<string, unknown> => ({
  type: module.type,
  issue: { id, key, type: fields.issuetype.name, typeId: fields.issuetype.id },
  project: { id: fields.project.id, key: fields.project.key, type: 'software' },
  ...(module.type === 'jira:issuePanel' ? { isNewToIssue: false } : {}),
  location: `${location.origin}/browse/${key}`,
});
