import { router } from '@forge/bridge';

/**
 * The address of a place within a project's page of the app, in full, for other people. Jira says where such a page lies,
 * and what follows is the app's own.
 *
 * @throws where it does not say it.
 */
export const projectPageUrl = async (projectKey: string, path: string): Promise<string> => {
  const url = await router.getUrl({ target: 'module', moduleKey: PROJECT_PAGE, projectKey });
  if (url === null) throw new Error('The page has no address.');
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  return url.href;
};

/** As the manifest calls it. */
const PROJECT_PAGE = 'project-page-module';
