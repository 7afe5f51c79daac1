import { router, showFlag, view } from '@forge/bridge';

/** What the host page tells of itself: the issue, project, board or dashboard that the surface stands in. */
export type HostContext = {
  readonly accountId: string | null;
  readonly moduleKey: string;
  readonly siteUrl: string;
  readonly extension: Readonly<Record<string, unknown>>;
};

/** Asks the host page once for all who want to know at the same time. */
export const readContext = (): Promise<HostContext> => {
  asking ??= askForContext().finally(() => (asking = null));
  return asking;
};

let asking: Promise<HostContext> | null = null;

/** What the host page told when it was first asked: enough for what does not change while the surface stands there. */
export const readFirstContext = (): Promise<HostContext> => {
  first ??= readContext().catch((error: unknown) => {
    first = null;
    throw error;
  });
  return first;
};

let first: Promise<HostContext> | null = null;

const askForContext = async (): Promise<HostContext> => {
  const { accountId, moduleKey, extension, siteUrl: url } = await view.getContext();
  siteUrl = url;
  return { accountId: accountId ?? null, moduleKey, siteUrl, extension };
};

/**
 * Where within the page its address leads (`review/1/7`, nothing at its beginning), and how to go elsewhere: the project
 * page has addresses of its own.
 */
export const followPath = async (
  onPath: (path: string) => void,
): Promise<{ readonly go: (path: string) => void }> => {
  const history = await view.createHistory();
  const tell = (): void => onPath(history.location.pathname.replace(/^\/+|\/+$/g, ''));
  history.listen(tell);
  tell();
  return { go: (path) => history.push(`/${path}`) };
};

/**
 * The address of an issue, for an `href`. The frame does not live on the site, so it is known in full only after
 * `readContext`.
 */
export const issueUrl = (issueKey: string): string => `${siteUrl}${issuePath(issueKey)}`;

/** Opens an issue in the tab that the person is in, or in a new one. */
export const openIssue = (issueKey: string, inNewTab = false): Promise<void> =>
  inNewTab ? router.open(issuePath(issueKey)) : router.navigate(issuePath(issueKey));

/** Opens Jira's search in a new tab, so that what is typed here stays. */
export const openSearch = (jql: string): Promise<void> =>
  router.open(`/issues/?jql=${encodeURIComponent(jql)}`);

/** Says that something is done, in the platform's own flag, with a way back where there is one. */
export const showDone = (options: {
  readonly title: string;
  readonly description?: string;
  readonly undo?: () => void;
}): void => {
  const { title, description, undo } = options;
  const flag = showFlag({
    id: `throughline-${(flags += 1)}`,
    title,
    type: 'success',
    isAutoDismiss: true,
    ...(description === undefined ? {} : { description }),
    ...(undo === undefined
      ? {}
      : { actions: [{ text: 'Undo', onClick: () => (void flag.close(), undo()) }] }),
  });
};

/** Shows a text until it is put away, for somebody to copy. */
export const showText = (options: { readonly title: string; readonly description: string }): void => {
  showFlag({ id: `throughline-${(flags += 1)}`, type: 'info', isAutoDismiss: false, ...options });
};

/** Says that something was not done, where no form stands that could say it, with a way to try it again. */
export const showProblem = ({ message }: { readonly message: string }, retry?: () => void): void => {
  const flag = showFlag({
    id: `throughline-${(flags += 1)}`,
    title: 'Not done',
    description: message,
    type: 'error',
    isAutoDismiss: false,
    ...(retry === undefined
      ? {}
      : { actions: [{ text: 'Try again', onClick: () => (void flag.close(), retry()) }] }),
  });
};

/** Saves a gadget's configuration and leaves its edit view. */
export const submitView = (payload: unknown): Promise<void> => view.submit(payload);

/** Where an issue lies on the site. */
const issuePath = (issueKey: string): string => `/browse/${encodeURIComponent(issueKey)}`;

let siteUrl = '';
let flags = 0;
