import type { ExportNamedRecords, ExportRecords, RecordPage } from '../contract/admin-page';
import type { BackupRecord } from '../domain/backup';
import type { Caller } from '../platform/caller';
import { namedRecords, pageOfRecords } from '../storage/backup';

/** The next records of an entity as they are stored, restricted teams' included: only for who administers the site. */
export const exportRecords = (_caller: Caller, { entity, after }: ExportRecords): Promise<RecordPage> =>
  pageOfRecords(entity, after);

/** Records by their keys, read strictly. */
export const exportNamedRecords = async (
  _caller: Caller,
  { keys }: ExportNamedRecords,
): Promise<{ readonly records: readonly BackupRecord[] }> => ({ records: await namedRecords(keys) });
