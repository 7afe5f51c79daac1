import { fetchAllIssues, NO_CUSTOM_FIELDS, searchIssues, type Issue, type IssuePage } from '../jira/issues';
import { writeColumnValues } from '../jira/column-values';
import { allOf, withoutOwnTag } from '../jira/jql';
import { below } from '../jira/jql-parents';
import { appFieldKey } from '../platform/app-field';
import { jiraAsApp } from '../platform/jira-as-app';
import { columnOf } from './load-key-result-column';

/** Levels of issues below one: from an initiative to its epics, their stories and sub-tasks. */
const MOST_LEVELS = 3;
/** What inherits beyond that is told when somebody opens it. */
const MOST_ISSUES = 1000;

/**
 * Has Jira keep what the column says of the issues now, and of what inherits from them: its lists show what it keeps,
 * and ask the app only when somebody opens an issue. Costs what `loadKeyResultColumn` costs, 1 for the writing, and
 * 1 + its issues for each level below.
 */
export const keepKeyResultColumn = async (issueIds: readonly string[]): Promise<void> => {
  const issues = await withHeirs(await fetchAllIssues(jiraAsApp, [...new Set(issueIds)], NO_CUSTOM_FIELDS));
  await writeColumnValues(jiraAsApp, appFieldKey('key-results-column'), await columnOf(issues));
};

/** The issues and those below them that say nothing of themselves. */
const withHeirs = async (issues: readonly Issue[]): Promise<readonly Issue[]> => {
  const all = new Map(issues.map((issue) => [issue.id, issue]));
  let level = issues;
  for (let depth = 0; depth < MOST_LEVELS && level.length > 0 && all.size < MOST_ISSUES; depth += 1) {
    const below = await heirsOf(level, MOST_ISSUES - all.size);
    level = below.filter(({ id }) => !all.has(id));
    for (const issue of level) all.set(issue.id, issue);
  }
  return [...all.values()];
};

const heirsOf = async (parents: readonly Issue[], most: number): Promise<readonly Issue[]> => {
  const jql = allOf(below(parents.map(({ id }) => id)).is, withoutOwnTag());
  const heirs: Issue[] = [];
  let pageToken: string | null = null;
  do {
    const page: IssuePage = await searchIssues(jiraAsApp, { jql, fields: NO_CUSTOM_FIELDS, pageToken });
    // Jira's search may not know yet of a tag that the issue itself tells.
    heirs.push(...page.issues.filter(({ ownTag }) => ownTag === null));
    pageToken = page.nextPageToken;
  } while (pageToken !== null && heirs.length < most);
  return heirs.slice(0, most);
};
