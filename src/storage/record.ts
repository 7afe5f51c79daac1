import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';
import { fail, type Problem } from '../contract/outcome';

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
  const results = await Promise.all(batches.map((batch) => kvs.batchGet<T>([...batch])));
  const broken = results
    .flatMap(({ failedKeys }) => failedKeys)
    .find(({ error }) => error.code !== 'KEY_NOT_FOUND');
  if (broken) return fail(unavailable(broken.error.code));
  const found = new Map(
    results.flatMap(({ successfulKeys }) => successfulKeys).map((item) => [nameOf(item), item.value]),
  );
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
  if (readRevision === null) {
    return unlessRefused(['KEY_CONFLICT'], () =>
      kvs.entity<T>(entityName).set(key, record, { keyPolicy: 'FAIL_IF_EXISTS' }),
    );
  }
  return unlessRefused(['CONDITIONAL_CHECK_FAILED'], () =>
    kvs.transact().set(key, record, unchangedSince<T>(entityName, readRevision)).execute(),
  );
};

/** The condition of a transaction's write on a record that was read at a revision. */
export const unchangedSince = <T extends RecordHeader>(entityName: string, readRevision: number) => ({
  entityName,
  conditions: new Filter<T>().and('revision', FilterConditions.equalTo(readRevision)),
});

/** Runs a guarded write; `false` when the guard refused it with one of the codes. */
export const unlessRefused = async (
  codes: readonly string[],
  write: () => Promise<unknown>,
): Promise<boolean> => {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && codes.includes(error.code)) return false;
    throw error;
  }
};

/** What to tell a person of an error of Forge's storage; `null` when the error is none of its. */
export const storageProblemOf = (error: unknown): Problem | null =>
  error instanceof ForgeKvsAPIError ? unavailable(error.code) : null;

const unavailable = (code: string): Problem =>
  THROTTLED.includes(code)
    ? {
        code: 'rate-limited',
        message: 'Too much is being saved at once. Nothing was changed. Try again in a minute.',
      }
    : {
        code: 'storage-unavailable',
        message: 'Your OKRs could not be reached just now. Nothing was changed. Try again in a moment.',
      };

const THROTTLED = ['RATE_LIMIT_EXCEEDED', 'TOO_MANY_REQUESTS', 'REQUEST_THROTTLED'];

const nameOf = ({ entityName, key }: { readonly entityName?: string; readonly key: string }): string =>
  `${entityName} ${key}`;
