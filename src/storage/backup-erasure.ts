import { Filter, FilterConditions, kvs } from '@forge/kvs';
import type { BackupRecord, StoredCheckIn } from '../domain/backup';
import type { AccountId } from '../domain/ids';
import { FORMER_USER, withoutOwners } from '../domain/personal-data';
import { isStored, writeUnlessChanged } from './record';
import { writeOnce } from './storage-calls';

/**
 * Takes the accounts out of a stored record: what they owned is nobody's, what they said is a former user's.
 * `false` when the record was changed since it was read.
 */
export const eraseFromRecord = async (
  record: BackupRecord,
  gone: ReadonlySet<AccountId>,
): Promise<boolean> => {
  if (record.entity === 'objective') {
    const { key, value } = record;
    const erased = { ...withoutOwners(value, gone), revision: value.revision + 1 };
    return writeUnlessChanged({ entityName: 'objective', key }, erased, value.revision);
  }
  return (
    record.entity !== 'check-in' || !gone.has(record.value.author) || eraseAuthor(record.key, record.value)
  );
};

/** A check-in is never changed otherwise, so its author is all that can have changed. */
const eraseAuthor = (key: string, checkIn: StoredCheckIn): Promise<boolean> => {
  const erased: StoredCheckIn = { ...checkIn, author: FORMER_USER };
  const conditions = new Filter<StoredCheckIn>().and('author', FilterConditions.equalTo(checkIn.author));
  return writeOnce(
    ['CONDITIONAL_CHECK_FAILED'],
    () => kvs.transact().set(key, erased, { entityName: 'check-in', conditions }).execute(),
    () => isStored({ entityName: 'check-in', key }, erased),
  );
};
