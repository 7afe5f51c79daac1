import { getAppContext } from '@forge/api';

/** The key by which Jira knows a field of the app, from the key of its module in the manifest. */
export const appFieldKey = (moduleKey: 'key-results-column'): string => {
  const { appAri, environmentType } = getAppContext();
  return `${appAri.appId}__${environmentType}__${moduleKey}`;
};
