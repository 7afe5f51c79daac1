import { ledgerKeyOf, listKeyOf, nameOf, type BackupRecord } from './backup';
import { partsOf, piecesOf, type BackupParts } from './backup-parts';
import type { ObjectiveId } from './ids';

/**
 * Records that contradict others of the same backup, by their names, with what is wrong. An app never stores such: an
 * objective in another's list would be shown to people whom it is hidden from, a check-in of nothing to nobody, and a
 * ledger without all of its pieces is none.
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

const misfitOf = (record: BackupRecord, { objectives, ledgers, pieces }: BackupParts): string | null => {
  const isThere = (objectiveId: ObjectiveId, keyResultId: string): boolean =>
    objectives.get(objectiveId)?.keyResults.some(({ id }) => id === keyResultId) ?? false;
  if (record.entity === 'objective-list') {
    const isAnothers = record.value.entries.some(({ objectiveId, cycleId }) => {
      const objective = objectives.get(objectiveId);
      return objective && (listKeyOf(objective.scope) !== record.key || objective.cycleId !== cycleId);
    });
    return isAnothers ? 'An objective in it says that it is another’s, or of another cycle.' : null;
  }
  if (record.entity === 'check-in') {
    const { objectiveId, keyResultId } = record.value;
    return isThere(objectiveId, keyResultId) ? null : NO_KEY_RESULT;
  }
  if (record.entity === 'key-result-learnings') {
    return isThere(record.value.objectiveId, record.key) ? null : NO_KEY_RESULT;
  }
  if (record.entity === 'sprint-ledger') {
    return piecesOf(record.value).every((key) => pieces.has(key))
      ? null
      : 'Some of its work is not in the file, so this ledger is not whole.';
  }
  if (record.entity === 'sprint-ledger-piece') {
    const ledger = ledgers.get(ledgerKeyOf(record.value.sprintId));
    return ledger && piecesOf(ledger).includes(record.key)
      ? null
      : 'This is work of a ledger that is not in the file.';
  }
  return null;
};

const NO_KEY_RESULT = 'Its key result is not in the file.';
