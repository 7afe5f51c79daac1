import type { KeyResultId, ProjectId } from '../domain/ids';
import { listParentTypes } from '../jira/fields';
import { searchIssueIds } from '../jira/issue-ids';
import { allOf, jqlList, jqlString, taggedWith } from '../jira/jql';
import { jiraAsApp } from '../platform/jira-as-app';
import { loadObjectives } from '../storage/objectives';
import { loadLists } from '../storage/plan';
import { keepKeyResultColumn } from './keep-key-result-column';

/** What JQL takes of one kind at once, and so many issues are asked for. */
const MOST = 1000;
const ISSUES_AT_ONCE = 200;

/**
 * Takes a team's titles out of what Jira keeps of the column on other projects' issues, once the team keeps its OKRs to
 * itself. Costs little where teams tag their own work: 2 + the team's tagged epics, and what `keepKeyResultColumn` costs
 * for each issue elsewhere that serves the team.
 */
export const withdrawTitles = async (projectId: ProjectId): Promise<void> => {
  const keyResults = await keyResultsOf(projectId);
  if (keyResults.length === 0) return;
  const elsewhere = `project != ${jqlString(projectId)}`;
  const [own, inherited] = await Promise.all([
    searchIssueIds(jiraAsApp, allOf(taggedWith(keyResults), elsewhere), MOST),
    carriers(projectId, keyResults).then((parents) => childrenOf(parents, elsewhere)),
  ]);
  const issueIds = [...new Set([...own, ...inherited])];
  for (let start = 0; start < issueIds.length; start += ISSUES_AT_ONCE) {
    await keepKeyResultColumn(issueIds.slice(start, start + ISSUES_AT_ONCE));
  }
};

const keyResultsOf = async (projectId: ProjectId): Promise<KeyResultId[]> => {
  const [list] = await loadLists([{ type: 'team', projectId }]);
  const objectives = await loadObjectives(list?.value.entries.map(({ objectiveId }) => objectiveId) ?? []);
  return objectives.flatMap(({ value }) => value.keyResults.map(({ id }) => id)).slice(0, MOST);
};

/** The project's own issues above stories that hand the key results down. */
const carriers = async (projectId: ProjectId, keyResults: readonly KeyResultId[]): Promise<string[]> => {
  const types = await listParentTypes(jiraAsApp);
  if (types.length === 0) return [];
  const above = `project = ${jqlString(projectId)} AND issuetype in ${jqlList(types)}`;
  return searchIssueIds(jiraAsApp, allOf(taggedWith(keyResults), above), MOST);
};

const childrenOf = async (parents: readonly string[], where: string): Promise<string[]> =>
  parents.length === 0
    ? []
    : searchIssueIds(jiraAsApp, allOf(`parent in ${jqlList(parents.slice(0, MOST))}`, where), MOST);
