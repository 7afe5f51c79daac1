import { goTo } from '../routing';

/** What `router` of the bridge asks for. */
export type Target = {
  readonly type?: 'same-tab' | 'new-tab';
  readonly url?: string;
  readonly target?: string;
  readonly issueKey?: string;
  readonly dashboardId?: string;
  readonly projectKey?: string;
  readonly path?: string;
};

export const goToTarget = (target: Target): void => {
  const url = new URL(urlOf(target), location.origin);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Error(`${url.protocol} is not an address that a frame may open.`);
  }
  if (target.type === 'new-tab' || url.origin !== location.origin) open(url, '_blank', 'noopener');
  else goTo(url.href);
};

/** The site's address for a target. @throws for a target that the local site has no page for. */
export const urlOf = ({ url, target, issueKey, dashboardId, projectKey, path = '' }: Target): string => {
  if (url !== undefined) return url;
  if (target === 'issue' && issueKey) return `/browse/${encodeURIComponent(issueKey)}`;
  if (target === 'dashboard' && dashboardId) return `/dashboards/${encodeURIComponent(dashboardId)}`;
  if (target === 'module' && projectKey) return `/projects/${encodeURIComponent(projectKey)}/okrs${path}`;
  throw new Error(`The local site has no page for the target "${String(target)}".`);
};
