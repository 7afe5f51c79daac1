import { requestJira, route } from '@forge/api';
import { fail } from '../contract/outcome';
import type { JiraApi } from '../jira/jira-api';
import { patientJira } from '../jira/patient-jira';
import { invocationPatience } from './invocation-patience';

const patientAsNobody = patientJira(
  {
    requestJira: (path, init) => requestJira(path, { ...init }),
    // Its objects are what `requestJira` wants, whatever the gateway takes them for.
    route: route as unknown as JiraApi['route'],
  },
  () => invocationPatience,
);

/** Jira as somebody who is not logged in: to find out what the whole internet may see. */
export const jiraAsNobody: JiraApi = {
  ...patientAsNobody,
  requestJira: async (path, init) => {
    try {
      return await patientAsNobody.requestJira(path, init);
    } catch {
      return fail({
        code: 'jira-unavailable',
        message: 'Jira could not be reached. Nothing was changed. Try again in a moment.',
      });
    }
  },
};
