import type { JiraApi, JiraInit } from '../../src/jira/jira-api';
import { SPRINT_FIELD, type IssueReply, type Recording } from './recording';

/**
 * A Jira that answers what the app asks of a sprint with recorded replies, untouched: to its first search the issues that
 * are in the sprint, to its second the others, and nothing of parents, which were not recorded.
 */
export const recordedJira = ({ replies }: Recording, sprintId: number): JiraApi => {
  const counted = replies.filter(({ fields }) => !fields.issuetype.subtask);
  const answer = (path: string, { body = '{}' }: JiraInit): unknown => {
    if (path.endsWith('/bulkfetch')) return { issues: [] };
    const { jql } = JSON.parse(body) as { readonly jql: string };
    const areMembers = jql.startsWith(`(sprint = ${sprintId})`);
    return { issues: counted.filter((issue) => isIn(issue, sprintId) === areMembers), isLast: true };
  };
  return {
    route: (strings, ...values) =>
      strings.reduce((path, text, index) => path + String(values[index - 1]) + text) as never,
    requestJira: async (path, init) => Response.json(answer(path, init)),
  };
};

const isIn = ({ fields }: IssueReply, sprintId: number): boolean =>
  ((fields[SPRINT_FIELD] ?? []) as readonly { readonly id: number }[]).some(({ id }) => id === sprintId);
