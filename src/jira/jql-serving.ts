import type { KeyResultId } from '../domain/ids';
import {
  allOf,
  anyOf,
  countedIssues,
  exemptItself,
  jqlList,
  keyResultsPath,
  statePath,
  taggedWith,
  withoutOwnTag,
} from './jql';
import { both, either, type Condition } from './jql-condition';
import { below } from './jql-parents';

/** What an issue may say of itself. Key results that stand in a property which is no tag, or is exempt, say nothing. */
export const namesKeyResults = (keyResultIds: readonly KeyResultId[]): Condition =>
  both(
    {
      is: `${statePath()} = "tagged"`,
      isNot: anyOf(`${statePath()} != "tagged"`, `${statePath()} is EMPTY`),
    },
    {
      is: taggedWith(keyResultIds),
      isNot: anyOf(`${keyResultsPath()} not in ${jqlList(keyResultIds)}`, `${keyResultsPath()} is EMPTY`),
    },
  );

export const saysExempt = (): Condition => ({
  is: exemptItself(),
  isNot: anyOf(`${statePath()} != "exempt"`, `${statePath()} is EMPTY`),
});

/** That it serves key results, whatever stands there in their place. */
export const saysTagged = (): string =>
  allOf(`${statePath()} = "tagged"`, `${keyResultsPath()} is not EMPTY`);

export const saysNothing = (): Condition => ({
  is: withoutOwnTag(),
  isNot: anyOf(exemptItself(), saysTagged()),
});

/** Issues of whom it is so: by what they say themselves, else by what their parent hands down. */
export const effectively = (own: Condition, carrierIds: readonly string[]): Condition =>
  carrierIds.length === 0 ? own : either(own, both(saysNothing(), below(carrierIds)));

/** Issues that are counted: neither sub-tasks, which follow their parent, nor anything above a story. */
export const isCounted = (parentTypes: readonly string[]): Condition =>
  parentTypes.length === 0
    ? { is: countedIssues(), isNot: 'issuetype in subTaskIssueTypes()' }
    : {
        is: allOf(countedIssues(), `issuetype not in ${jqlList(parentTypes)}`),
        isNot: anyOf('issuetype in subTaskIssueTypes()', `issuetype in ${jqlList(parentTypes)}`),
      };

/** At least as many values as Jira counts in a condition: of a function's it takes 1,000. */
export const countValues = (jql: string): number =>
  jql.match(/"(?:[^"\\]|\\.)*"|\bEMPTY\b|\(\)|\b\d+\b/g)?.length ?? 0;
