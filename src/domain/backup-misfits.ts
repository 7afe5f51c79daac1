import { listKeyOf, nameOf, type BackupRecord } from './backup';
import { partsOf, type BackupParts } from './backup-parts';

/**
 * Records that contradict others of the same backup, by their names, with what is wrong. An app never stores such: an
 * objective in another's list would be shown to people whom it is hidden from, and a check-in of nothing to nobody.
 */
export const misfitsAmong = (records: readonly BackupRecord[]): ReadonlyMap<string, string> => {
  const parts = partsOf({ records });
  return new Map(
    records.flatMap((record): [string, string][] => {
      const message = misfitOf(record, parts);
      return message === null ? [] : [[nameOf(record), message]];
    }),
  );
};

const misfitOf = (record: BackupRecord, { objectives }: BackupParts): string | null => {
  if (record.entity === 'objective-list') {
    const isAnothers = record.value.entries.some(({ objectiveId, cycleId }) => {
      const objective = objectives.get(objectiveId);
      return objective && (listKeyOf(objective.scope) !== record.key || objective.cycleId !== cycleId);
    });
    return isAnothers ? 'An objective in it says that it is another’s, or of another cycle.' : null;
  }
  if (record.entity === 'check-in') {
    const { objectiveId, keyResultId } = record.value;
    const isThere = objectives.get(objectiveId)?.keyResults.some(({ id }) => id === keyResultId) ?? false;
    return isThere ? null : 'Its key result is not in the file.';
  }
  return null;
};
