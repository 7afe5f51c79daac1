import { compileConditions, type Conditions } from './conditions';
import type { Records } from './records';
import { checkWrite, type Place, type WriteRequest } from './single';
import { refuse, StorageError } from './storage-error';
import { checkKey, sizeOf } from './value-rules';

type Guarded = { readonly key: unknown; readonly entityName?: string; readonly conditions?: Conditions };

export type Transaction = {
  readonly set?: readonly (Guarded & WriteRequest)[];
  readonly delete?: readonly Guarded[];
  readonly check?: readonly Guarded[];
};

const MAX_OPERATIONS = 25;
const MAX_BYTES = 4 * 1024 * 1024;

/** Does all of it or nothing. Answers the bytes written. @throws StorageError, and nothing is changed. */
export const runTransaction = (
  records: Records,
  transaction: Transaction,
  find: (entityName: string | undefined) => Place,
  now: Date,
): number => {
  const { set = [], delete: remove = [], check = [] } = transaction;
  checkShape(transaction, [...set, ...remove, ...check]);
  const writes = set.map((one) => ({
    ...one,
    place: find(one.entityName),
    ...checkWrite(find(one.entityName), one, now),
  }));
  for (const one of check) {
    if (one.conditions === undefined) refuse('EMPTY_FILTER_OPERATOR', 'A check needs conditions.');
  }
  for (const one of [...set, ...remove, ...check]) checkGuard(records, find(one.entityName), one);
  for (const { place, key, value, expireTime } of writes)
    records.put(place.space, checkKey(key), value, expireTime);
  for (const { entityName, key } of remove) records.remove(find(entityName).space, checkKey(key));
  return writes.reduce((sum, { bytes }) => sum + bytes, 0);
};

const checkShape = (transaction: Transaction, all: readonly Guarded[]): void => {
  if (all.length === 0) refuse('EMPTY_TRANSACTION', 'A transaction must have at least one operation.');
  if (all.length > MAX_OPERATIONS) {
    const message = `A transaction takes ${MAX_OPERATIONS} operations; ${all.length} were sent.`;
    throw new StorageError(422, 'UNPROCESSABLE_ENTITY', message);
  }
  const places = new Set(all.map(({ entityName, key }) => `${entityName ?? ''}/${checkKey(key)}`));
  if (places.size < all.length) refuse('KEY_DUPLICATION_ERROR', 'A transaction may name a key only once.');
  if (sizeOf(transaction) > MAX_BYTES) refuse('MAX_SIZE', 'A transaction may weigh 4 MB.');
};

/** A condition on a key that is not there fails, whatever it asks: so it is on Forge. */
const checkGuard = (records: Records, { entity, space }: Place, { key, conditions }: Guarded): void => {
  if (conditions === undefined) return;
  if (entity === null) return refuse('INVALID_CONDITION', 'Only records of entities can have conditions.');
  const holds = compileConditions(entity, conditions);
  const found = records.get(space, checkKey(key));
  if (found === undefined || !holds(found.value)) {
    refuse('CONDITIONAL_CHECK_FAILED', `The conditions on ${String(key)} do not hold.`);
  }
};
