import { fail } from '../contract/outcome';
import type { Objective } from '../domain/objective';
import type { Caller } from '../platform/caller';
import { updateObjective } from '../storage/objectives';
import { loadPlan } from '../storage/plan';
import type { Versioned } from '../storage/record';
import { changeUntilKept } from './change-until-kept';
import { getObjective } from './get-objective';

/** Changes a stored objective; `change` is asked again with what others wrote meanwhile. */
export const changeObjective = async (
  caller: Caller,
  read: Versioned<Objective>,
  change: (objective: Objective) => Objective,
): Promise<Objective> =>
  changeUntilKept(
    read,
    () => getObjective(caller, read.value.id),
    (current) => change(current.value),
    // A change that came to nothing (a repeated request) is kept as it is.
    async (changed, current) => changed === current.value || updateObjective(changed, current),
  );

/** A closed cycle is history. @throws `invalid` when the cycle is closed or unknown. */
export const checkCycleIsOpen = async ({ cycleId }: Pick<Objective, 'cycleId'>): Promise<void> => {
  const { calendar } = await loadPlan(null);
  const cycle = calendar.value.find(({ id }) => id === cycleId);
  if (!cycle)
    fail({ code: 'not-found', message: 'There is no such cycle any more. Reload to see what there is.' });
  if (cycle?.state === 'closed') {
    fail({
      code: 'invalid',
      message: 'This cycle is closed, so its OKRs stay as they are. Reopen the cycle to change them.',
    });
  }
};
