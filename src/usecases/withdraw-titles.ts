import { fail } from '../contract/outcome';
import type { KeyResultId, ProjectId } from '../domain/ids';
import { findCarrierIds } from '../jira/carriers';
import { listParentLevels } from '../jira/fields';
import { searchIssueIds } from '../jira/issue-ids';
import { allOf, jqlString, taggedWith, withoutOwnTag } from '../jira/jql';
import { below } from '../jira/jql-parents';
import { invocationPatience } from '../platform/invocation-patience';
import { jiraAsApp } from '../platform/jira-as-app';
import { loadObjectives } from '../storage/objectives';
import { loadLists } from '../storage/plan';
import { keepKeyResultColumn } from './keep-key-result-column';

/** What JQL takes of one kind at once, and so many issues are asked for. */
const MOST = 1000;
const ISSUES_AT_ONCE = 200;

/**
 * Takes a team's titles out of what Jira keeps of the column on other projects' issues, once the team keeps its OKRs to
 * itself. Costs little where teams tag their own work: a few points and one for each epic that hands the team's key results
 * down, and what `keepKeyResultColumn` costs for each issue elsewhere that serves the team.
 *
 * @throws when titles may be left: Jira cannot be read, they are too many, or the time of an invocation is over.
 */
export const withdrawTitles = async (projectId: ProjectId): Promise<void> => {
  const keyResults = await keyResultsOf(projectId);
  if (keyResults.length === 0) return;
  const elsewhere = `project != ${jqlString(projectId)}`;
  await keepAll(await searchIssueIds(jiraAsApp, allOf(taggedWith(keyResults), elsewhere), MOST));
  await keepAll(await heirsOf(await carriersOf(keyResults), elsewhere));
};

const keepAll = async (issueIds: readonly string[]): Promise<void> => {
  for (let start = 0; start < issueIds.length; start += ISSUES_AT_ONCE) {
    // What the team decided is saved: whoever waits for the answer is to get it before Forge ends the invocation.
    if (invocationPatience.timeLeft() <= 0) fail(NO_TIME);
    await keepKeyResultColumn(issueIds.slice(start, start + ISSUES_AT_ONCE));
  }
};

const keyResultsOf = async (projectId: ProjectId): Promise<KeyResultId[]> => {
  const [list] = await loadLists([{ type: 'team', projectId }]);
  const objectives = await loadObjectives(list?.value.entries.map(({ objectiveId }) => objectiveId) ?? []);
  return objectives.flatMap(({ value }) => value.keyResults.map(({ id }) => id)).slice(0, MOST);
};

const NO_TIME = {
  code: 'unexpected',
  message: 'More issues serve this team than can be told anew in one go.',
} as const;

/** The issues above stories that hand the key results down, in any project. */
const carriersOf = async (keyResults: readonly KeyResultId[]): Promise<readonly string[]> =>
  (await findCarrierIds(jiraAsApp, taggedWith(keyResults), await listParentLevels(jiraAsApp))) ??
  fail(TOO_MANY);

const heirsOf = async (parents: readonly string[], where: string): Promise<readonly string[]> =>
  parents.length === 0
    ? []
    : searchIssueIds(jiraAsApp, allOf(below(parents).is, withoutOwnTag(), where), MOST);

const TOO_MANY = {
  code: 'invalid',
  message: 'More epics serve this team than one search can follow.',
} as const;
