import type { LoadObjectives, ObjectivesOf } from '../contract/issue-panel';
import { objectiveIdOf } from '../domain/ids';
import type { Caller } from '../platform/caller';
import { loadObjectives as readObjectives } from '../storage/objectives';
import { loadPlan } from '../storage/plan';
import { visibleOf } from './rights';

/** The objectives of the key results asked for, as far as the caller may see them: unknown and hidden ones look the same. */
export const loadObjectives = async (
  caller: Caller,
  { keyResultIds }: LoadObjectives,
): Promise<ObjectivesOf> => {
  const [found, plan] = await Promise.all([readObjectives(keyResultIds.map(objectiveIdOf)), loadPlan(null)]);
  const objectives = await visibleOf(
    caller,
    found.map(({ value }) => value),
  );
  return {
    objectives,
    cycles: plan.calendar.value.filter(({ id }) => objectives.some(({ cycleId }) => cycleId === id)),
  };
};
