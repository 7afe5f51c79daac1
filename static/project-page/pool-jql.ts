import type { Cycle } from '../../src/domain/cycle';
import { addDays } from '../../src/domain/dates';
import type { KeyResultId } from '../../src/domain/ids';
import {
  allOf,
  anyOf,
  countedIssues,
  exemptItself,
  jqlList,
  jqlString,
  taggedWith,
  withoutOwnTag,
} from '../../src/jira/jql';
import { below } from '../../src/jira/jql-parents';
import { overlaps } from './sprint-groups';
import type { TreeScope } from './tree-scope';

/** Everything that serves the key results, itself or by what it inherits, in any project. */
export const servingWork = (
  scope: TreeScope,
  keyResultIds: readonly KeyResultId[],
  carrierIds: readonly string[],
): string => allOf(countable(scope), ownOrInherited(taggedWith(keyResultIds), carrierIds));

/** The team's exempt work in the cycle, itself or by what it inherits. */
export const exemptWork = (scope: TreeScope, cycle: Cycle, carrierIds: readonly string[]): string =>
  allOf(countable(scope), teamWork(scope, cycle), ownOrInherited(exemptItself(), carrierIds));

/**
 * The team's work in the cycle that is neither exempt itself nor names one of the cycle's key results itself. What of it
 * inherits a tag shows only when its ancestors are read.
 */
export const remainingWork = (scope: TreeScope, cycle: Cycle, keyResultIds: readonly KeyResultId[]): string =>
  allOf(countable(scope), teamWork(scope, cycle), anyOf(withoutOwnTag(), ownTagElsewhere(keyResultIds)));

/** The team's work in the cycle whose own tag names none of the cycle's key results. */
export const elsewhereWork = (scope: TreeScope, cycle: Cycle, keyResultIds: readonly KeyResultId[]): string =>
  allOf(countable(scope), teamWork(scope, cycle), ownTagElsewhere(keyResultIds));

export const onlyDone = (jql: string): string => allOf(jql, 'statusCategory = Done');

const ownOrInherited = (own: string, carrierIds: readonly string[]): string =>
  carrierIds.length === 0 ? own : anyOf(own, allOf(withoutOwnTag(), below(carrierIds).is));

const ownTagElsewhere = (keyResultIds: readonly KeyResultId[]): string =>
  allOf(
    `NOT (${withoutOwnTag()})`,
    `NOT (${exemptItself()})`,
    keyResultIds.length === 0 ? null : `NOT (${taggedWith(keyResultIds)})`,
  );

/** Sub-tasks follow their parent; an epic is work only where somebody put it into a sprint. */
const countable = ({ parentTypes, fields }: TreeScope): string => {
  if (parentTypes.length === 0) return countedIssues();
  const storyLike = `issuetype not in ${jqlList(parentTypes)}`;
  return allOf(countedIssues(), fields.sprint === null ? storyLike : anyOf(storyLike, 'sprint is not EMPTY'));
};

/**
 * What was in the boards' sprints of the cycle, and the project's own work that was resolved in it or is open, unless it
 * was made later: a closed cycle does not grow with today's backlog.
 */
const teamWork = (scope: TreeScope, cycle: Cycle): string => {
  const dayAfter = jqlString(addDays(cycle.endDate, 1));
  const inCycle = `resolved >= ${jqlString(cycle.startDate)} AND resolved < ${dayAfter}`;
  return anyOf(
    ...sprintLists(scope, cycle),
    allOf(
      `project = ${jqlString(scope.projectId)}`,
      scope.parentTypes.length === 0 ? null : `issuetype not in ${jqlList(scope.parentTypes)}`,
      anyOf(`statusCategory != Done AND created < ${dayAfter}`, inCycle),
    ),
  );
};

const SPRINTS_PER_LIST = 200;

const sprintLists = (scope: TreeScope, cycle: Cycle): string[] => {
  const ids = scope.sprints.filter((sprint) => overlaps(sprint, cycle)).map(({ id }) => id);
  return Array.from(
    { length: Math.ceil(ids.length / SPRINTS_PER_LIST) },
    (_, index) => `sprint in ${jqlList(ids.slice(index * SPRINTS_PER_LIST, (index + 1) * SPRINTS_PER_LIST))}`,
  );
};
