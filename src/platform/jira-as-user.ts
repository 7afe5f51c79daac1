import api, { route } from '@forge/api';
import { fail, type Problem } from '../contract/outcome';
import type { JiraApi } from '../jira/jira-api';
import { isQuestion, patientJira } from '../jira/patient-jira';
import { invocationPatience } from './invocation-patience';

const patientAsUser = patientJira(
  {
    requestJira: (path, init) => api.asUser().requestJira(path, { ...init }),
    // Its objects are what `requestJira` wants, whatever the gateway takes them for.
    route: route as unknown as JiraApi['route'],
  },
  () => invocationPatience,
);

/** Jira as the person who calls: it refuses what that person may not see or do. */
export const jiraAsUser: JiraApi = {
  ...patientAsUser,
  requestJira: async (path, init) => {
    try {
      return await patientAsUser.requestJira(path, init);
    } catch {
      return fail(isQuestion(path, init.method) ? UNREACHABLE : MAYBE_SAVED);
    }
  },
};

const UNREACHABLE: Problem = {
  code: 'jira-unavailable',
  message: 'Jira could not be reached. Nothing was changed. Try again in a moment.',
};

/** A request whose answer got lost may have been carried out. */
const MAYBE_SAVED: Problem = {
  code: 'jira-unavailable',
  message:
    'Jira could not be reached. What you were saving may or may not have arrived: reload to see. Then try again.',
  undecided: true,
};
