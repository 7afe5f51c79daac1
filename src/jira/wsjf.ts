import * as v from 'valibot';
import type { ProjectId } from '../domain/ids';
import type { Figures } from '../domain/wsjf';
import { isNewerFigures, parseFigures, WSJF_PROPERTY } from '../domain/wsjf-figures';
import { TAG_PROPERTY } from '../domain/tag';
import { fieldNames, issueReply, ISSUES_PER_PAGE, toIssue, type Issue, type IssueFields } from './issues';
import { JSON_HEADERS, readReply, type JiraApi } from './jira-api';
import { searchIssueIds } from './issue-ids';
import { allOf, jqlList, jqlString } from './jql';
import { isCounted } from './jql-serving';
import { byRank } from './untagged';

/** An issue with the figures that a person gave it. */
export type WsjfIssue = Issue & {
  readonly figures: Figures;
  /** A newer version of the app wrote them; they are not to be overwritten. */
  readonly isNewer: boolean;
};

export type WsjfLevel = 'epics' | 'stories';

/**
 * The open issues of a project above stories, or on their level. Sub-tasks follow their parent. `null` where a site has
 * no issue types above stories.
 */
export const workToRank = (
  projectId: ProjectId,
  level: WsjfLevel,
  parentTypes: readonly string[],
): string | null => {
  const open = allOf(`project = ${jqlString(projectId)}`, 'statusCategory != Done');
  if (level === 'epics')
    return parentTypes.length === 0 ? null : allOf(open, `issuetype in ${jqlList(parentTypes)}`);
  return allOf(open, isCounted(parentTypes).is);
};

/**
 * The first `most` issues of a search in the backlog's order, with their own tags and figures, and whether there are more.
 * The search gives ids alone, and Jira's search trails what was written: what counts is read as it is now. One request for
 * the ids and one for each 100 issues, these at once.
 */
export const readWork = async (
  jira: JiraApi,
  { jql, fields }: { readonly jql: string; readonly fields: IssueFields },
  most: number,
): Promise<{ readonly issues: readonly WsjfIssue[]; readonly hasMore: boolean }> => {
  const found = await searchIssueIds(jira, byRank(jql), most + 1);
  const ids = [...new Set(found)].slice(0, most);
  const pages = Array.from({ length: Math.ceil(ids.length / ISSUES_PER_PAGE) }, (_, page) =>
    fetchWsjfIssues(jira, ids.slice(page * ISSUES_PER_PAGE, (page + 1) * ISSUES_PER_PAGE), fields),
  );
  const byId = new Map((await Promise.all(pages)).flat().map((issue) => [issue.id, issue]));
  const issues = ids
    .map((id) => byId.get(id))
    .filter((issue) => issue !== undefined && issue.status.category !== 'done') as WsjfIssue[];
  return { issues, hasMore: found.length > most };
};

const fetchWsjfIssues = async (
  { requestJira, route }: JiraApi,
  ids: readonly string[],
  fields: IssueFields,
): Promise<WsjfIssue[]> => {
  const response = await requestJira(route`/rest/api/3/issue/bulkfetch`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({
      issueIdsOrKeys: ids,
      fields: fieldNames(fields),
      properties: [TAG_PROPERTY, WSJF_PROPERTY],
    }),
  });
  const { issues } = await readReply(response, v.object({ issues: v.array(issueReply) }), 'the issues');
  return issues.map((reply) => {
    const stored = reply.properties?.[WSJF_PROPERTY];
    return { ...toIssue(reply, fields), figures: parseFigures(stored), isNewer: isNewerFigures(stored) };
  });
};
