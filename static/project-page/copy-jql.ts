import type { ObjectiveView } from '../../src/contract/views';
import { activeKeyResults } from '../../src/domain/objective';
import type { KeyResultId } from '../../src/domain/ids';
import { showDone, showText } from '../shared/platform';

/** JQL for what serves a key result, inherited tags included. */
export const keyResultJql = (id: KeyResultId): string => `issue in issuesOfKeyResult("${id}")`;

/**
 * JQL for what serves an objective. The function of objectives knows none that a project keeps to itself; those are asked
 * for by their key results.
 */
export const objectiveJql = (objective: ObjectiveView, isRestricted: boolean): string => {
  const keyResults = activeKeyResults(objective).map(({ id }) => keyResultJql(id));
  return isRestricted && keyResults.length > 0
    ? `(${keyResults.join(' OR ')})`
    : `issue in issuesOfObjective("${objective.id}")`;
};

/** Puts JQL into the clipboard or, where the browser keeps the page from it, shows it to be copied by hand. */
export const copyJql = async (jql: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(jql);
  } catch {
    return showText({ title: 'Copy this into Jira’s search', description: jql });
  }
  showDone({ title: 'JQL copied', description: jql });
};
