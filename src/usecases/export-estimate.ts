import { countIssues } from '../jira/issues';
import { anyOfTheApp } from '../jira/jql';
import { jiraAsApp } from '../platform/jira-as-app';
import type { Caller } from '../platform/caller';

/**
 * About how many issues have a tag or figures, counted as the app, so that an administrator learns of those that they may
 * not browse.
 */
export const estimateIssues = async (_caller: Caller): Promise<{ readonly estimate: number }> => ({
  estimate: await countIssues(jiraAsApp, anyOfTheApp()),
});
