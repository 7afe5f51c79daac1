import { requestJira } from '@forge/bridge';
import type { JiraApi } from '../../src/jira/jira-api';

/** Values in a path or query cannot leave their place: they are encoded, and `URLSearchParams` encodes itself. */
const route = (strings: TemplateStringsArray, ...values: (string | number | URLSearchParams)[]): string =>
  strings.reduce((path, text, index) => {
    const value = values[index - 1];
    return (
      path + (value instanceof URLSearchParams ? value.toString() : encodeURIComponent(String(value))) + text
    );
  });

/** Jira as the person who looks: free of the app's points, bounded by that person's permissions. */
export const jira: JiraApi = { requestJira, route } as unknown as JiraApi;
