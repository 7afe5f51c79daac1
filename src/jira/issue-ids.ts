import * as v from 'valibot';
import { JSON_HEADERS, readReply, type JiraApi } from './jira-api';

/** Jira gives so many issues a page where no field is asked for. */
const IDS_PER_PAGE = 5000;

/**
 * The ids of a search, about as many as `most`: in the fewest requests there are. Costs 1 + its issues in points behind
 * a resolver.
 */
export const searchIssueIds = async (
  { requestJira, route }: JiraApi,
  jql: string,
  most: number,
): Promise<string[]> => {
  const ids: string[] = [];
  let pageToken: string | null = null;
  do {
    const response = await requestJira(route`/rest/api/3/search/jql`, {
      method: 'POST',
      headers: JSON_HEADERS,
      body: JSON.stringify({
        jql,
        fields: ['id'],
        maxResults: Math.min(most, IDS_PER_PAGE),
        ...(pageToken === null ? {} : { nextPageToken: pageToken }),
      }),
    });
    const page: v.InferOutput<typeof reply> = await readReply(response, reply, 'the issues');
    ids.push(...page.issues.map(({ id }) => id));
    pageToken = page.nextPageToken ?? null;
  } while (pageToken !== null && ids.length < most);
  return ids;
};

const reply = v.object({
  issues: v.array(v.object({ id: v.string() })),
  nextPageToken: v.nullish(v.string()),
});
