import { formatNumber } from '../domain/figure-words';
import { fail } from '../contract/outcome';
import type { ParentLevel } from './fields';
import { searchIssueIds } from './issue-ids';
import { NO_CUSTOM_FIELDS, searchAllIssues, type Issue } from './issues';
import type { JiraApi } from './jira-api';
import { allOf, jqlList, withoutOwnTag } from './jql';
import { below } from './jql-parents';

/** More tagged parents than this cannot be asked for by name. */
const MOST_CARRIERS = 1000;
/** Levels of issues above stories that a site may have. */
const MOST_LEVELS = 3;

/**
 * The issues above stories that hand a tag down: those that carry it themselves and, below them, those that say nothing
 * of themselves.
 * @throws `invalid` when there are more than 1,000.
 */
export const findCarriers = (
  jira: JiraApi,
  tagged: string,
  parentTypes: readonly string[],
): Promise<Issue[]> =>
  levelByLevel(tagged, parentTypes, MOST_LEVELS, (jql, found) =>
    searchAllIssues(jira, { jql, fields: NO_CUSTOM_FIELDS }, (loaded) => {
      if (found + loaded > MOST_CARRIERS) fail(TOO_MANY);
    }),
  );

/** Only their ids, in order, in as few requests as the site has levels; `null` when there are more than 1,000. */
export const findCarrierIds = async (
  jira: JiraApi,
  tagged: string,
  parents: readonly ParentLevel[],
): Promise<string[] | null> => {
  let isTooMany = false;
  const types = parents.map(({ id }) => id);
  const levels = Math.min(MOST_LEVELS, Math.max(0, ...parents.map(({ level }) => level)));
  const carriers = await levelByLevel(tagged, types, levels, async (jql, found) => {
    const ids = await searchIssueIds(jira, jql, MOST_CARRIERS + 1 - found);
    isTooMany ||= found + ids.length > MOST_CARRIERS;
    return isTooMany ? [] : ids.map((id) => ({ id }));
  });
  return isTooMany ? null : carriers.map(({ id }) => id).sort((a, b) => Number(a) - Number(b));
};

/** `search` is told how many were found before. */
const levelByLevel = async <Found extends { readonly id: string }>(
  tagged: string,
  parentTypes: readonly string[],
  levels: number,
  search: (jql: string, found: number) => Promise<Found[]>,
): Promise<Found[]> => {
  if (parentTypes.length === 0) return [];
  const ofParentType = `issuetype in ${jqlList(parentTypes)}`;
  let level = await search(allOf(tagged, ofParentType), 0);
  const carriers = [...level];
  for (let depth = 1; depth < levels && level.length > 0; depth += 1) {
    const underThose = below(level.map(({ id }) => id)).is;
    level = await search(allOf(withoutOwnTag(), ofParentType, underThose), carriers.length);
    carriers.push(...level);
  }
  return carriers;
};

const TOO_MANY = {
  code: 'invalid',
  message: `More than ${formatNumber(MOST_CARRIERS)} epics are tagged here, which is more than one search can follow. The OKRs above are complete; the work under them cannot be counted. Tag fewer epics and more of what is above them.`,
} as const;
