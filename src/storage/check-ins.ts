import { kvs, Sort } from '@forge/kvs';
import type { CheckIn } from '../domain/check-in';
import { inOrder } from '../domain/check-in';
import { objectiveIdOf, type CheckInId, type ObjectiveId } from '../domain/ids';
import { readStorage } from './storage-calls';

export const CHECK_IN = 'check-in';

/** A check-in by its id, strictly consistent; `null` when there is none. */
export const findCheckIn = async (id: CheckInId): Promise<CheckIn | null> => {
  const stored = await readStorage(() => kvs.entity<StoredCheckIn>(CHECK_IN).get(id));
  return stored ? toCheckIn(id, stored) : null;
};

/**
 * Every check-in of an objective's key results, oldest first, 100 an operation. A query: what was written in the last
 * seconds may be missing, the objective itself has the newest.
 */
export const loadCheckIns = async (objectiveId: ObjectiveId): Promise<CheckIn[]> => {
  const checkIns: CheckIn[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs
      .entity<StoredCheckIn>(CHECK_IN)
      .query()
      .index('by-objective', { partition: [objectiveId] })
      .sort(Sort.ASC)
      .limit(100);
    const page = await readStorage(() => (cursor ? query.cursor(cursor) : query).getMany());
    checkIns.push(...page.results.map(({ key, value }) => toCheckIn(key as CheckInId, value)));
    cursor = page.nextCursor;
  } while (cursor);
  return inOrder(checkIns);
};

/** Storage takes no empty strings, so an empty note is left out. */
type StoredCheckIn = Omit<CheckIn, 'id' | 'note'> & {
  readonly version: number;
  readonly objectiveId: ObjectiveId;
  readonly note?: string;
};

export const storedCheckIn = ({ id: _id, note, ...checkIn }: CheckIn): StoredCheckIn => ({
  version: 1,
  objectiveId: objectiveIdOf(checkIn.keyResultId),
  ...checkIn,
  ...(note ? { note } : {}),
});

const toCheckIn = (
  id: CheckInId,
  { version: _version, objectiveId: _objectiveId, note, ...stored }: StoredCheckIn,
): CheckIn => ({
  id,
  ...stored,
  note: note ?? '',
});
