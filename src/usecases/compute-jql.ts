import { formatNumber } from '../domain/figure-words';
import { fail, problemOf, type Problem } from '../contract/outcome';
import type { Cycle } from '../domain/cycle';
import { ID_PATTERNS, type KeyResultId, type ObjectiveId } from '../domain/ids';
import { activeKeyResults, type Objective } from '../domain/objective';
import { findCarrierIds } from '../jira/carriers';
import { listParentLevels, type ParentLevel } from '../jira/fields';
import type { JiraApi } from '../jira/jira-api';
import { both, either, not, type Condition } from '../jira/jql-condition';
import type { Computed, FunctionUse } from '../jira/jql-computations';
import {
  countValues,
  effectively,
  isCounted,
  namesKeyResults,
  saysExempt,
  saysNothing,
} from '../jira/jql-serving';
import { loadObjectives, objectivesOfCycle } from '../storage/objectives';
import { loadPlan, restrictedProjects } from '../storage/plan';

/** Jira takes no more values in what a function comes to. */
const MOST_VALUES = 1000;

/** What is read to reckon a use, so that several uses may share it. */
type Reading = { readonly jira: JiraApi; readonly parents: () => Promise<readonly ParentLevel[]> };

/** Begins to reckon uses: what they all need is asked once, when the first needs it. */
export const startReading = (jira: JiraApi): Reading => {
  let parents: Promise<readonly ParentLevel[]> | undefined;
  return { jira, parents: () => (parents ??= listParentLevels(jira)) };
};

/**
 * The JQL that stands for one use of a function. Everybody who searches gets the same, so it is read as the app, and
 * what it looks up are only OKRs that everybody may see: those that a project keeps to itself are to it as unknown.
 *
 * @returns With `isLasting` whether a refusal is worth keeping: it costs as much to find out again.
 */
export const computeJql = async (
  reading: Reading,
  use: FunctionUse,
): Promise<{ readonly computed: Computed; readonly isLasting: boolean }> => {
  try {
    const wanted = await conditionFor(reading, use);
    const jql = use.operator === 'in' ? wanted.is : wanted.isNot;
    return countValues(jql) > MOST_VALUES ? fail(TOO_MANY) : { computed: { jql }, isLasting: true };
  } catch (error) {
    const problem = problemOf(error);
    if (problem?.code !== 'invalid') throw error;
    return { computed: { error: problem.message }, isLasting: problem === TOO_MANY };
  }
};

const conditionFor = async (
  reading: Reading,
  { functionName, arguments: [given = ''] }: FunctionUse,
): Promise<Condition> => {
  switch (functionName.toLowerCase()) {
    case 'issuesofkeyresult':
      return counted(reading, namesKeyResults([readKeyResultId(given)]));
    case 'issuesofobjective':
      return counted(reading, await servesObjective(readObjectiveId(given)));
    case 'issueswithoutkeyresult':
      return counted(reading, given === '' ? not(saysNothing()) : await isDecidedIn(given), not);
    case 'issuesexemptfromkeyresults':
      return counted(reading, saysExempt());
    default:
      return fail({ code: 'invalid', message: `Throughline has no function ${functionName}.` });
  }
};

/** The issues that count of whom it is so, or with `not` of whom it is not, by their own tag or an inherited one. */
const counted = async (
  { jira, parents }: Reading,
  own: Condition,
  asked = (condition: Condition): Condition => condition,
): Promise<Condition> => {
  const levels = await parents();
  const carriers = await findCarrierIds(jira, own.is, levels);
  if (carriers === null) return fail(TOO_MANY);
  return both(isCounted(levels.map(({ id }) => id)), asked(effectively(own, carriers)));
};

const servesObjective = async (id: ObjectiveId): Promise<Condition> => {
  const found = await loadObjectives([id]);
  const keyResults = keyResultsOf(await seenByAll(found.map(({ value }) => value)));
  // An unknown objective's condition looks like every other's, and holds for nothing.
  return namesKeyResults(keyResults.length > 0 ? keyResults : [`${id}-` as KeyResultId]);
};

/** Issues that name a key result of the cycle, or that are exempt. */
const isDecidedIn = async (nameOrId: string): Promise<Condition> => {
  const objectives = await objectivesOfCycle((await getCycle(nameOrId)).id);
  const keyResults = keyResultsOf(await seenByAll(objectives.filter(({ archived }) => !archived)));
  return keyResults.length === 0 ? saysExempt() : either(saysExempt(), namesKeyResults(keyResults));
};

const getCycle = async (nameOrId: string): Promise<Cycle> => {
  const { calendar } = await loadPlan(null);
  const wanted = nameOrId.trim().toLowerCase();
  const found = calendar.value.filter(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
  if (found.length > 1) return fail(SEVERAL_CYCLES);
  return found[0] ?? fail(NO_CYCLE);
};

const seenByAll = async (objectives: readonly Objective[]): Promise<Objective[]> => {
  const teams = objectives.flatMap(({ scope }) => (scope.type === 'team' ? [scope.projectId] : []));
  const restricted = await restrictedProjects(teams);
  return objectives.filter(({ scope }) => scope.type === 'company' || !restricted.includes(scope.projectId));
};

/** Sorted, so that the same OKRs always make the same JQL. */
const keyResultsOf = (objectives: readonly Objective[]): KeyResultId[] =>
  objectives.flatMap((objective) => activeKeyResults(objective).map(({ id }) => id)).sort();

const readKeyResultId = (given: string): KeyResultId =>
  ID_PATTERNS.keyResult.test(given) ? (given as KeyResultId) : fail(NO_KEY_RESULT_ID);

const readObjectiveId = (given: string): ObjectiveId =>
  ID_PATTERNS.objective.test(given) ? (given as ObjectiveId) : fail(NO_OBJECTIVE_ID);

const NO_KEY_RESULT_ID: Problem = {
  code: 'invalid',
  message:
    'issuesOfKeyResult takes the id of a key result. Open the OKRs of the project, choose “Copy JQL” in the menu of the key result, and paste it here.',
};

const NO_OBJECTIVE_ID: Problem = {
  code: 'invalid',
  message:
    'issuesOfObjective takes the id of an objective. Open the OKRs of the project, choose “Copy JQL” in the menu of the objective, and paste it here.',
};

const NO_CYCLE: Problem = {
  code: 'invalid',
  message:
    'issuesWithoutKeyResult takes the name or the id of a cycle, as the OKRs page has it; there is none of this name. Without one, the key results of every cycle count.',
};

const SEVERAL_CYCLES: Problem = {
  code: 'invalid',
  message: 'Several cycles have this name. Give them different names on the OKRs page, or use the id of one.',
};

const TOO_MANY: Problem = {
  code: 'invalid',
  message: `More than ${formatNumber(MOST_VALUES)} epics and key results would have to be named here, which is more than Jira takes from a function. Ask for one key result, objective or cycle instead, or take the tags off epics that are long done.`,
};
