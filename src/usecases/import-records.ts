import type { ImportRecords, ImportResult, RecordsImported } from '../contract/admin-page';
import { nameOf } from '../domain/backup';
import type { Caller } from '../platform/caller';
import { namedRecords, sameRecord, writeRecord } from '../storage/backup';
import { jqlMayHaveChanged } from './ask-for-jql-refresh';

/** Writes at once stay below what the storage takes from one site in a second. */
const WRITES_AT_ONCE = 10;

/**
 * Writes records as they are given, each where there is none yet or at the revision that was seen. Sending the same
 * again writes nothing.
 */
export const importRecords = async (caller: Caller, { records }: ImportRecords): Promise<RecordsImported> => {
  const present = new Map(
    (await namedRecords(records.map(({ record }) => record))).map((record) => [nameOf(record), record]),
  );
  const results: ImportResult[] = [];
  for (let start = 0; start < records.length; start += WRITES_AT_ONCE) {
    const some = records.slice(start, start + WRITES_AT_ONCE);
    results.push(
      ...(await Promise.all(
        some.map(async ({ record, expected }): Promise<ImportResult> => {
          const here = present.get(nameOf(record));
          if (here && sameRecord(here, record)) return 'same';
          return (await writeRecord(record, expected)) ? 'written' : 'conflict';
        }),
      )),
    );
  }
  if (results.includes('written')) await jqlMayHaveChanged(caller.now);
  return { results };
};
