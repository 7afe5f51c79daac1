import type { CheckedIn, CheckInPayload } from '../contract/project-page';
import { fail } from '../contract/outcome';
import { newer, summaryOf, type CheckIn } from '../domain/check-in';
import { addDays, type IsoDate } from '../domain/dates';
import { objectiveIdOf } from '../domain/ids';
import type { Caller } from '../platform/caller';
import { findCheckIn } from '../storage/check-ins';
import { addCheckIn } from '../storage/objectives';
import { checkCycleIsOpen } from './change-objective';
import { changeUntilKept } from './change-until-kept';
import { getObjective, keyResultIn } from './get-objective';
import { viewOf } from './rights';
import { withKeyResult } from './save-key-result';
import type { checksIn } from './who-may';

/**
 * Says what a key result's value was on a day. Check-ins on siblings merge, a repeated one is written once, one for the
 * past does not hide a later one.
 */
export const checkIn = async (
  caller: Caller,
  payload: CheckInPayload,
  { read, rights, keyResult }: Awaited<ReturnType<typeof checksIn>>,
): Promise<CheckedIn> => {
  await checkCycleIsOpen(read.value);
  checkInput(caller.today, payload, keyResult.archived);

  const added: CheckIn = { ...payload, author: caller.accountId, createdAt: caller.now };
  const { objective, kept } = await changeUntilKept(
    read,
    () => getObjective(caller, objectiveIdOf(payload.keyResultId)),
    async ({ value }) => {
      const before = await findCheckIn(added.id);
      if (before) return { objective: value, kept: sameOrFail(before, added) };
      const current = keyResultIn(value, payload.keyResultId);
      return {
        objective: withKeyResult(value, { ...current, latest: newer(current.latest, summaryOf(added)) }),
        kept: added,
      };
    },
    async (changed, current) =>
      changed.objective === current.value || addCheckIn(changed.objective, current, added),
  );
  return { objective: viewOf(caller, rights, objective), checkIn: kept };
};

const checkInput = (today: IsoDate, { id, keyResultId, date }: CheckInPayload, archived: boolean): void => {
  if (!id.startsWith(keyResultId))
    fail({
      code: 'invalid',
      message: 'This check-in is for another key result. Nothing was saved. Reload and try again.',
    });
  if (archived)
    fail({
      code: 'invalid',
      message: 'This key result is archived. Nothing was saved. Bring it back to check in on it.',
    });
  // Whoever is ahead of UTC is already in tomorrow.
  if (date > addDays(today, 1)) {
    const message = 'A check-in cannot lie in the future. Give today’s date or an earlier one.';
    fail({ code: 'invalid', message, fields: { date: message } });
  }
};

/** The id was used before: by this very check-in, sent again, or by another one, which is never overwritten. */
const sameOrFail = (before: CheckIn, added: CheckIn): CheckIn => {
  const isSame = (['author', 'value', 'confidence', 'note', 'date'] as const).every(
    (field) => before[field] === added[field],
  );
  if (isSame) return before;
  return fail({
    code: 'conflict',
    message: 'This check-in was already saved with other values. Nothing was changed. Make a new one.',
  });
};
