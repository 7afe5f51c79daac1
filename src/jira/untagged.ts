import { findCarrierIds } from './carriers';
import { listParentLevels } from './fields';
import type { JiraApi } from './jira-api';
import { allOf, anyOf, jqlList, jqlString } from './jql';
import { below } from './jql-parents';
import { isCounted, saysNothing } from './jql-serving';

/** What must be known before untagged work can be searched: one request, and one for each level of parents. */
export type UntaggedScope = {
  /** Issue types above stories. */
  readonly parentTypes: readonly string[];
  /** The issues that hand a tag down; `null` when they are too many to be named in a search. */
  readonly carrierIds: readonly string[] | null;
};

export const readUntaggedScope = async (jira: JiraApi): Promise<UntaggedScope> => {
  const parents = await listParentLevels(jira);
  return {
    parentTypes: parents.map(({ id }) => id),
    carrierIds: await findCarrierIds(jira, saysNothing().isNot, parents),
  };
};

/**
 * The open work of a project, and of sprints that may hold other projects' work, for which neither it nor what is above
 * it says anything. Where the scope knows no carriers, work that inherits is found as well.
 */
export const untaggedWork = (
  { parentTypes, carrierIds }: UntaggedScope,
  projectId: string,
  sprintIds: readonly number[] = [],
): string =>
  allOf(
    openWork(parentTypes, projectId, sprintIds),
    saysNothing().is,
    carrierIds === null || carrierIds.length === 0 ? null : below(carrierIds).isNot,
  );

/** Open stories and their like, whatever they say. */
export const openWork = (
  parentTypes: readonly string[],
  projectId: string,
  sprintIds: readonly number[] = [],
): string =>
  allOf(
    anyOf(
      `project = ${jqlString(projectId)}`,
      sprintIds.length === 0 ? null : `sprint in ${jqlList(sprintIds)}`,
    ),
    'statusCategory != Done',
    isCounted(parentTypes).is,
  );

/** Work that is in a sprint which is not closed. */
export const inOpenSprints = (jql: string): string =>
  allOf(jql, anyOf('sprint in openSprints()', 'sprint in futureSprints()'));

/** Work that somebody has begun. */
export const inProgress = (jql: string): string => allOf(jql, 'statusCategory = "In Progress"');

export const byRank = (jql: string): string => `${jql} ORDER BY Rank ASC`;
