import { requestJira } from '@forge/bridge';
import { tellChange } from './changes';
import { fail } from '../../src/contract/outcome';
import { patienceFor } from '../../src/contract/patience';
import type { JiraApi } from '../../src/jira/jira-api';
import { patientJira } from '../../src/jira/patient-jira';

/** Whoever looks at a screen waits no longer for what Jira puts off. */
const WAITED_FOR_MS = 15_000;

/** Values in a path or query cannot leave their place: they are encoded, and `URLSearchParams` encodes itself. */
const route = (strings: TemplateStringsArray, ...values: (string | number | URLSearchParams)[]): string =>
  strings.reduce((path, text, index) => {
    const value = values[index - 1];
    return (
      path + (value instanceof URLSearchParams ? value.toString() : encodeURIComponent(String(value))) + text
    );
  });

const patient = patientJira({ requestJira, route } as unknown as JiraApi, () => patienceFor(WAITED_FOR_MS));

/**
 * Jira as the person who looks: free of the app's points, bounded by that person's permissions. Asked again where it did
 * not answer, and when it says where it is busy.
 */
export const jira: JiraApi = {
  route: patient.route,
  requestJira: async (path, init) => {
    try {
      const response = await patient.requestJira(path, init);
      if (isWrite(String(path), init?.method)) tellChange();
      return response;
    } catch {
      return fail({
        code: 'jira-unavailable',
        message: 'Jira could not be reached. Check your connection and try again.',
      });
    }
  },
};

/** Most of what is posted to Jira only asks. */
const isWrite = (path: string, method = 'GET'): boolean =>
  method === 'PUT' ||
  method === 'DELETE' ||
  (method === 'POST' && /^\/rest\/(api\/3\/bulk|agile\/1\.0\/sprint)\//.test(path));
