import { anyOf, jqlList } from './jql';
import type { Condition } from './jql-condition';

/**
 * Issues right below one of these, at least one. The ids go as numbers: a text in the place of an issue is a key to Jira.
 */
export const below = (issueIds: readonly string[]): Condition => {
  const parents = jqlList(issueIds.map(Number));
  return { is: `parent in ${parents}`, isNot: anyOf(`parent not in ${parents}`, 'parent is EMPTY') };
};
