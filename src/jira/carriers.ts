import { fail } from '../contract/outcome';
import { NO_CUSTOM_FIELDS, searchAllIssues, type Issue } from './issues';
import type { JiraApi } from './jira-api';
import { allOf, jqlList, withoutOwnTag } from './jql';

/** More tagged parents than this cannot be asked for by name. */
const MOST_CARRIERS = 1000;
/** Levels of issues above stories that a site may have. */
const MOST_LEVELS = 3;

/**
 * The issues above stories that hand a tag down: those that carry it themselves and, below them, those that say nothing
 * of themselves.
 * @throws `invalid` when there are more than 1,000.
 */
export const findCarriers = async (
  jira: JiraApi,
  tagged: string,
  parentTypes: readonly string[],
): Promise<Issue[]> => {
  if (parentTypes.length === 0) return [];
  const ofParentType = `issuetype in ${jqlList(parentTypes)}`;
  const carriers = await search(jira, allOf(tagged, ofParentType), 0);
  let level = carriers;
  for (let depth = 1; depth < MOST_LEVELS && level.length > 0; depth += 1) {
    const below = `parent in ${jqlList(level.map(({ id }) => id))}`;
    level = await search(jira, allOf(withoutOwnTag(), ofParentType, below), carriers.length);
    carriers.push(...level);
  }
  return carriers;
};

const search = (jira: JiraApi, jql: string, found: number): Promise<Issue[]> =>
  searchAllIssues(jira, { jql, fields: NO_CUSTOM_FIELDS }, (loaded) => {
    if (found + loaded > MOST_CARRIERS) fail(TOO_MANY);
  });

const TOO_MANY = {
  code: 'invalid',
  message: `More than ${MOST_CARRIERS.toLocaleString()} epics are tagged here, which is more than one search can follow. The OKRs above are complete; the work under them cannot be counted. Tag fewer epics and more of what is above them.`,
} as const;
