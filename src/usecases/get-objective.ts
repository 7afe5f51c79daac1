import { fail } from '../contract/outcome';
import { objectiveIdOf, type KeyResultId, type ObjectiveId } from '../domain/ids';
import type { KeyResult, Objective } from '../domain/objective';
import type { Caller } from '../platform/caller';
import { loadObjectives } from '../storage/objectives';
import type { Versioned } from '../storage/record';
import { visibleOf } from './rights';

/** An objective that the caller may see. @throws `not-found`, the same for one that is unknown and one that is hidden. */
export const getObjective = async (caller: Caller, id: ObjectiveId): Promise<Versioned<Objective>> => {
  const [found] = await loadObjectives([id]);
  if (found && (await visibleOf(caller, [found.value])).length > 0) return found;
  return fail({
    code: 'not-found',
    message: 'There is no such objective, or it is not visible to you. Reload to see what there is.',
  });
};

/** A key result that the caller may see, with its objective. @throws `not-found`, as `getObjective`. */
export const getKeyResult = async (
  caller: Caller,
  id: KeyResultId,
): Promise<{ readonly objective: Versioned<Objective>; readonly keyResult: KeyResult }> => {
  const objective = await getObjective(caller, objectiveIdOf(id));
  return { objective, keyResult: keyResultIn(objective.value, id) };
};

/** @throws `not-found` when the objective has no such key result. */
export const keyResultIn = (objective: Objective, id: KeyResultId): KeyResult =>
  objective.keyResults.find((keyResult) => keyResult.id === id) ??
  fail({
    code: 'not-found',
    message: 'There is no such key result, or it is not visible to you. Reload to see what there is.',
  });
