import { loadModules } from '../app-modules';
import { goTo } from '../routing';

/** What `router` of the bridge asks for. */
export type Target = {
  readonly type?: 'same-tab' | 'new-tab';
  readonly url?: string;
  readonly target?: string;
  readonly issueKey?: string;
  readonly dashboardId?: string;
  readonly moduleKey?: string;
  readonly projectKey?: string;
  readonly path?: string;
};

export const goToTarget = async (target: Target): Promise<void> => {
  const url = new URL(await urlOf(target), location.origin);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Error(`${url.protocol} is not an address that a frame may open.`);
  }
  if (target.type === 'new-tab' || url.origin !== location.origin) open(url, '_blank', 'noopener');
  else goTo(url.href);
};

/** The site's address for a target. @throws for a target that the local site has no page for. */
export const urlOf = async (wanted: Target): Promise<string> => {
  const { url, target, issueKey, dashboardId, moduleKey, projectKey, path = '' } = wanted;
  if (url !== undefined) return url;
  if (target === 'issue' && issueKey) return `/browse/${encodeURIComponent(issueKey)}`;
  if (target === 'dashboard' && dashboardId) return `/dashboards/${encodeURIComponent(dashboardId)}`;
  if (target === 'module' && projectKey && (await isProjectPage(moduleKey))) {
    return `/projects/${encodeURIComponent(projectKey)}/okrs${path}`;
  }
  throw new Error(`The local site has no page for the target "${JSON.stringify(wanted)}".`);
};

const isProjectPage = async (moduleKey: string | undefined): Promise<boolean> =>
  (await loadModules('jira:projectPage')).some(({ key }) => key === moduleKey);
