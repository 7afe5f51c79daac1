import type { History, LoadHistory } from '../contract/project-page';
import { objectiveIdOf } from '../domain/ids';
import type { Caller } from '../platform/caller';
import { loadCheckIns } from '../storage/check-ins';

/** A key result's check-ins, oldest first. */
export const loadHistory = async (_caller: Caller, { keyResultId }: LoadHistory): Promise<History> => {
  const checkIns = await loadCheckIns(objectiveIdOf(keyResultId));
  return { checkIns: checkIns.filter((checkIn) => checkIn.keyResultId === keyResultId) };
};
