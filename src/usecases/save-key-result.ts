import type { ArchiveKeyResult, SaveKeyResult } from '../contract/project-page';
import { fail } from '../contract/outcome';
import type { ObjectiveView } from '../contract/views';
import type { KeyResultId } from '../domain/ids';
import type { KeyResult, Objective } from '../domain/objective';
import type { Caller } from '../platform/caller';
import { jqlMayHaveChanged } from './ask-for-jql-refresh';
import { changeObjective, checkCycleIsOpen } from './change-objective';
import { keyResultIn } from './get-objective';
import { viewOf, type Rights } from './rights';
import type { Editable } from './who-may';

/** An objective is one record of at most 240 KiB; nobody who wants to be understood comes near this. */
const MOST_KEY_RESULTS_OF_AN_OBJECTIVE = 50;

/** Adds a key result to its objective or changes one. Changes of its siblings merge with this one. */
export const saveKeyResult = async (
  caller: Caller,
  { expectedRevision, ...fields }: SaveKeyResult,
  { read, rights }: Editable,
): Promise<ObjectiveView> => {
  await checkCycleIsOpen(read.value);
  const changed = await changeObjective(caller, read, (objective) => {
    const existing = objective.keyResults.find(({ id }) => id === fields.id);
    if (existing && hasFields(existing, fields)) return objective;
    if (!existing && expectedRevision === null) return withAdded(objective, fields);
    const keyResult = unchanged(caller, rights, objective, fields.id, expectedRevision);
    return withKeyResult(objective, { ...keyResult, ...fields, revision: keyResult.revision + 1 });
  });
  if (expectedRevision === null) await jqlMayHaveChanged(caller.now);
  return viewOf(caller, rights, changed);
};

/** Archives a key result or brings it back. Its check-ins and tags stay. */
export const archiveKeyResult = async (
  caller: Caller,
  input: ArchiveKeyResult,
  { read, rights }: Editable,
): Promise<ObjectiveView> => {
  await checkCycleIsOpen(read.value);
  const changed = await changeObjective(caller, read, (objective) => {
    if (keyResultIn(objective, input.id).archived === input.archived) return objective;
    const keyResult = unchanged(caller, rights, objective, input.id, input.expectedRevision);
    return withKeyResult(objective, {
      ...keyResult,
      archived: input.archived,
      revision: keyResult.revision + 1,
    });
  });
  await jqlMayHaveChanged(caller.now);
  return viewOf(caller, rights, changed);
};

/** The objective with one key result in place of its former self. */
export const withKeyResult = (objective: Objective, changed: KeyResult): Objective => ({
  ...objective,
  keyResults: objective.keyResults.map((keyResult) => (keyResult.id === changed.id ? changed : keyResult)),
});

type Fields = Omit<SaveKeyResult, 'expectedRevision'>;

const withAdded = (objective: Objective, fields: Fields): Objective => {
  if (objective.keyResults.length >= MOST_KEY_RESULTS_OF_AN_OBJECTIVE) {
    return fail({
      code: 'invalid',
      message: `This objective has ${MOST_KEY_RESULTS_OF_AN_OBJECTIVE} key results, which is the most it can hold. Make another objective.`,
    });
  }
  return {
    ...objective,
    keyResults: [...objective.keyResults, { ...fields, archived: false, latest: null, revision: 0 }],
  };
};

const hasFields = (keyResult: KeyResult, fields: Fields): boolean =>
  keyResult.title === fields.title &&
  keyResult.owner === fields.owner &&
  keyResult.weight === fields.weight &&
  keyResult.metric.baseline === fields.metric.baseline &&
  keyResult.metric.target === fields.metric.target &&
  keyResult.metric.unit === fields.metric.unit;

const unchanged = (
  caller: Caller,
  rights: Rights,
  objective: Objective,
  id: KeyResultId,
  expectedRevision: number | null,
): KeyResult => {
  const keyResult = keyResultIn(objective, id);
  if (keyResult.revision === expectedRevision) return keyResult;
  return fail({
    code: 'conflict',
    message:
      'Somebody else changed this key result meanwhile. Theirs is kept; look at it and save yours again if you still want it.',
    current: viewOf(caller, rights, objective),
  });
};
