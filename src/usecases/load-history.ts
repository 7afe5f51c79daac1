import type { History, LoadHistory } from '../contract/project-page';
import { inOrder } from '../domain/check-in';
import { objectiveIdOf } from '../domain/ids';
import type { Caller } from '../platform/caller';
import { findCheckIn, loadCheckIns } from '../storage/check-ins';
import type { seesKeyResult } from './who-may';

/** A key result's check-ins, oldest first; the newest is asked for by its id where the query does not know it yet. */
export const loadHistory = async (
  _caller: Caller,
  { keyResultId }: LoadHistory,
  { keyResult: { latest } }: Awaited<ReturnType<typeof seesKeyResult>>,
): Promise<History> => {
  const found = await loadCheckIns(objectiveIdOf(keyResultId));
  const checkIns = found.filter((checkIn) => checkIn.keyResultId === keyResultId);
  const isKnown = latest === null || checkIns.some(({ id }) => id === latest.id);
  const newest = isKnown ? null : await findCheckIn(latest.id);
  return { checkIns: newest ? inOrder([...checkIns, newest]) : checkIns };
};
