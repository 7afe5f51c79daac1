import api, { route } from '@forge/api';
import { fail } from '../contract/outcome';
import type { JiraApi } from '../jira/jira-api';
import { patientJira } from '../jira/patient-jira';
import { invocationPatience } from './invocation-patience';

const patientAsApp = patientJira(
  {
    requestJira: (path, init) => api.asApp().requestJira(path, { ...init }),
    // Its objects are what `requestJira` wants, whatever the gateway takes them for.
    route: route as unknown as JiraApi['route'],
  },
  () => invocationPatience,
);

/** Jira as the app, which may see more than whoever calls: nothing that it reads is shown but in sum. */
export const jiraAsApp: JiraApi = {
  ...patientAsApp,
  requestJira: async (path, init) => {
    try {
      return await patientAsApp.requestJira(path, init);
    } catch {
      return fail({
        code: 'jira-unavailable',
        message: 'Jira could not be reached. Nothing was changed. Try again in a moment.',
      });
    }
  },
};
