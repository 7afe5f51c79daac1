import type { ChangeCycleState, SaveCycle } from '../contract/project-page';
import { fail } from '../contract/outcome';
import { nextStates, type Cycle } from '../domain/cycle';
import type { CycleId } from '../domain/ids';
import type { Caller } from '../platform/caller';
import { loadPlan, saveCalendar } from '../storage/plan';
import { jqlMayHaveChanged } from './ask-for-jql-refresh';
import { changeUntilKept } from './change-until-kept';

/** Creates a draft cycle or changes one's name and dates. */
export const saveCycle = async (
  caller: Caller,
  { expectedRevision, ...input }: SaveCycle,
): Promise<Cycle> => {
  const saved = await changeCalendar(input.id, (existing) => {
    if (existing && SAME_FIELDS.every((field) => existing[field] === input[field])) return existing;
    if (!existing && expectedRevision === null) return { ...input, state: 'draft', revision: 0 };
    const { state, revision } = unchanged(existing, expectedRevision);
    return { ...input, state, revision: revision + 1 };
  });
  // A function may be given its name.
  await jqlMayHaveChanged(caller.now);
  return saved;
};

/** Activates, closes or reopens a cycle. */
export const changeCycleState = async (
  _caller: Caller,
  { id, expectedRevision, state }: ChangeCycleState,
): Promise<Cycle> => {
  return changeCalendar(id, (existing) => {
    if (existing?.state === state) return existing;
    const cycle = unchanged(existing, expectedRevision);
    if (!nextStates(cycle.state).includes(state)) {
      return fail({
        code: 'invalid',
        message: `A cycle that is ${cycle.state} cannot become ${state}. Activate it first.`,
      });
    }
    return { ...cycle, state, revision: cycle.revision + 1 };
  });
};

const SAME_FIELDS = ['name', 'startDate', 'endDate'] as const;

const unchanged = (existing: Cycle | undefined, expectedRevision: number | null): Cycle => {
  if (!existing)
    return fail({
      code: 'not-found',
      message: 'There is no such cycle any more. Reload to see what there is.',
    });
  if (existing.revision === expectedRevision) return existing;
  return fail({
    code: 'conflict',
    message:
      'Somebody else changed this cycle meanwhile. Theirs is kept; look at it and save yours again if you still want it.',
    current: existing,
  });
};

/** All cycles are one record: changes of two different cycles merge, changes of one collide. */
const changeCalendar = async (
  id: CycleId,
  change: (existing: Cycle | undefined) => Cycle,
): Promise<Cycle> => {
  const read = async () => (await loadPlan(null)).calendar;
  return changeUntilKept(
    await read(),
    read,
    ({ value }) => change(value.find((cycle) => cycle.id === id)),
    async (cycle, current) =>
      current.value.includes(cycle) ||
      saveCalendar([...current.value.filter((other) => other.id !== id), cycle], current),
  );
};
