import * as v from 'valibot';
import { readReply, type JiraApi } from './jira-api';

/**
 * On which level an issue stands: −1 sub-tasks, 0 stories, 1 epics, and up. `null` when it is gone or may not be seen.
 * Costs two points behind a resolver.
 */
export const findIssueLevel = async (
  { requestJira, route }: JiraApi,
  issueId: string,
): Promise<number | null> => {
  const response = await requestJira(route`/rest/api/3/issue/${issueId}?fields=issuetype`, { method: 'GET' });
  if (response.status === 404) return null;
  const { fields } = await readReply(response, reply, 'this issue');
  return levelOf(fields.issuetype);
};

/** On which level issues of a type stand; where Jira does not say it, what is no sub-task is on that of stories. */
export const levelOf = ({ hierarchyLevel, subtask }: v.InferOutput<typeof typeReply>): number =>
  hierarchyLevel ?? (subtask ? -1 : 0);

const typeReply = v.object({ subtask: v.optional(v.boolean()), hierarchyLevel: v.optional(v.number()) });

const reply = v.object({ fields: v.object({ issuetype: typeReply }) });
