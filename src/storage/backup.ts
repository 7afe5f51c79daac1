import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import type { RecordPage } from '../contract/admin-page';
import {
  canonicalJson,
  type BackupEntity,
  type BackupRecord,
  type RecordKey,
  type StoredCheckIn,
} from '../domain/backup';
import { isStored, readRecords, writeUnlessChanged } from './record';
import { readStorage, writeOnce } from './storage-calls';

/**
 * The next records of an entity, up to what one answer of a resolver carries. Which there are is told by a query, so
 * what was created in the last moments may be missing; what is in them is read strictly.
 */
export const pageOfRecords = async (entity: BackupEntity, after: string | null): Promise<RecordPage> => {
  const records: BackupRecord[] = [];
  let next = after;
  let bytes = 0;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await readPage(entity, next);
    bytes += Buffer.byteLength(JSON.stringify(page.records));
    if (records.length > 0 && bytes > MOST_BYTES) break;
    records.push(...page.records);
    next = page.next;
    if (next === null) break;
  }
  return { records, next };
};

/** Records by their keys, strictly consistent; those that are not there are left out. */
export const namedRecords = async (keys: readonly RecordKey[]): Promise<BackupRecord[]> => {
  const values = await readRecords<BackupRecord['value']>(
    keys.map(({ entity: entityName, key }) => ({ entityName, key })),
  );
  return keys.flatMap(({ entity, key }, index) => {
    const value = values[index];
    return value === undefined ? [] : [{ entity, key, value } as BackupRecord];
  });
};

/**
 * Writes a record where there is none, or one at the revision that was seen. `false`: something else is there.
 * A check-in is history, so it is only ever added.
 */
export const writeRecord = async (
  { entity, key, value }: BackupRecord,
  expected: number | null,
): Promise<boolean> => {
  const place = { entityName: entity, key };
  const written =
    entity === 'check-in'
      ? await writeOnce(
          ['KEY_CONFLICT'],
          () => kvs.entity<StoredCheckIn>(entity).set(key, value, { keyPolicy: 'FAIL_IF_EXISTS' }),
          () => isStored(place, value),
        )
      : await writeUnlessChanged(place, value, expected);
  // Two administrators who import the same file write the same.
  return written || isStored(place, value);
};

/** Whether two records hold the same, whatever the order of what they hold. */
export const sameRecord = (a: Pick<BackupRecord, 'value'>, b: Pick<BackupRecord, 'value'>): boolean =>
  canonicalJson(a.value) === canonicalJson(b.value);

/** An answer carries 5 MB; the rest is for what goes around the records. */
const MOST_BYTES = 4_500_000;
const MOST_PAGES = 10;

/** How many records a query brings, so that one page of the largest there may be still fits an answer. */
const RECORDS_PER_PAGE: Readonly<Record<BackupEntity, number>> = {
  'cycle-calendar': 1,
  'objective-list': 20,
  objective: 20,
  'check-in': 100,
  'sprint-intent': 20,
  'planning-settings': 100,
  'key-result-learnings': 50,
  'sprint-ledger': 100,
  'sprint-ledger-piece': 20,
};

const readPage = async (entity: BackupEntity, after: string | null): Promise<RecordPage> => {
  const { results, nextCursor } = await readStorage(() => query(entity, after).getMany()).catch(
    // A cursor does not last. Whoever goes on with an old one begins again, and what comes twice does no harm.
    (error: unknown) => (after !== null && isRefused(error) ? query(entity, null).getMany() : fail(error)),
  );
  return {
    records: await namedRecords(results.map(({ key }) => ({ entity, key }))),
    next: nextCursor ?? null,
  };
};

const query = (entity: BackupEntity, after: string | null) => {
  const all = kvs.entity(entity).query().index('by-key').limit(RECORDS_PER_PAGE[entity]);
  return after === null ? all : all.cursor(after);
};

const isRefused = (error: unknown): boolean =>
  error instanceof ForgeKvsAPIError && error.responseDetails.status === 400;

const fail = (error: unknown): never => {
  throw error;
};
