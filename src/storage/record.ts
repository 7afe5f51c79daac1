import { isDeepStrictEqual } from 'node:util';
import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { failedInBatch, readStorage, writeOnce } from './storage-calls';

/** A record and how often it was written: what a conditional write holds on to. `null` for one that is not there yet. */
export type Versioned<T> = { readonly value: T; readonly recordRevision: number | null };

/** What every stored record carries besides its own attributes. */
export type RecordHeader = { readonly version: number; readonly revision: number };

type Key = { readonly entityName: string; readonly key: string };

const MOST_KEYS_PER_BATCH = 25;

/** Strictly consistent reads of many records in one operation each 25. Missing ones are `undefined`, in the order asked for. */
export const readRecords = async <T>(keys: readonly Key[]): Promise<(T | undefined)[]> => {
  const batches = Array.from({ length: Math.ceil(keys.length / MOST_KEYS_PER_BATCH) }, (_, index) =>
    keys.slice(index * MOST_KEYS_PER_BATCH, (index + 1) * MOST_KEYS_PER_BATCH),
  );
  const results = await Promise.all(batches.map((batch) => readStorage(() => readBatch<T>(batch))));
  const found = new Map(results.flat().map((item) => [nameOf(item), item.value]));
  return keys.map((key) => found.get(nameOf(key)));
};

/**
 * Writes a record when it is still at the revision that was read (`null`: when there is none yet).
 * `false` says that somebody else was quicker and nothing was written.
 */
export const writeUnlessChanged = async <T extends RecordHeader>(
  { entityName, key }: Key,
  record: T,
  readRevision: number | null,
): Promise<boolean> => {
  const isWritten = async (): Promise<boolean> => isStored({ entityName, key }, record);
  if (readRevision === null) {
    return writeOnce(
      ['KEY_CONFLICT'],
      () => kvs.entity<T>(entityName).set(key, record, { keyPolicy: 'FAIL_IF_EXISTS' }),
      isWritten,
    );
  }
  return writeOnce(
    ['CONDITIONAL_CHECK_FAILED'],
    () => kvs.transact().set(key, record, unchangedSince<T>(entityName, readRevision)).execute(),
    isWritten,
  );
};

/** Whether exactly this is stored there, its revision included. */
export const isStored = async (key: Key, record: object): Promise<boolean> => {
  const [stored] = await readRecords<object>([key]);
  // Through JSON, as storage keeps it: without what is undefined.
  return isDeepStrictEqual(stored, JSON.parse(JSON.stringify(record)));
};

/** The condition of a transaction's write on a record that was read at a revision. */
export const unchangedSince = <T extends RecordHeader>(entityName: string, readRevision: number) => ({
  entityName,
  conditions: new Filter<T>().and('revision', FilterConditions.equalTo(readRevision)),
});

const readBatch = async <T>(keys: readonly Key[]) => {
  const { successfulKeys, failedKeys } = await kvs.batchGet<T>([...keys]);
  const broken = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
  if (broken) throw failedInBatch(broken.error);
  return successfulKeys;
};

const nameOf = ({ entityName, key }: { readonly entityName?: string; readonly key: string }): string =>
  `${entityName} ${key}`;
