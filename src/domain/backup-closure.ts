import { ledgerKeyOf, listKeyOf, nameOf, type BackupRecord, type RecordKey } from './backup';
import { partsOf, piecesOf } from './backup-parts';
import { newer, summaryOf } from './check-in';
import type { CheckInId } from './ids';

/**
 * What has to be read again before the records fit together. They are read one page after another while people go on
 * working, and a query does not know what was written in the last moments; but lists lead to objectives, objectives to
 * their newest check-ins, ledgers to their pieces and pieces to their ledgers, and all can be read by key, which is strict.
 */
export const looseEnds = (records: readonly BackupRecord[]): RecordKey[] => {
  const { calendars, lists, objectives, checkIns, learnings, ledgers, pieces } = partsOf({ records });
  const ends: RecordKey[] = [];
  const cycles = new Set([...calendars.values()].flatMap((calendar) => calendar.cycles.map(({ id }) => id)));
  for (const { entries } of lists.values()) {
    for (const { objectiveId } of entries) {
      if (!objectives.has(objectiveId)) ends.push({ entity: 'objective', key: objectiveId });
    }
  }
  for (const [key, { scope, cycleId, keyResults }] of objectives) {
    const list = listKeyOf(scope);
    if (!lists.get(list)?.entries.some(({ objectiveId }) => objectiveId === key))
      ends.push({ entity: 'objective-list', key: list });
    if (!cycles.has(cycleId)) ends.push({ entity: 'cycle-calendar', key: 'site' });
    for (const { latest } of keyResults) {
      if (latest !== null && !checkIns.has(latest.id)) ends.push({ entity: 'check-in', key: latest.id });
    }
  }
  for (const [key, checkIn] of checkIns) {
    const owner = objectives.get(checkIn.objectiveId);
    const latest = owner?.keyResults.find(({ id }) => id === checkIn.keyResultId)?.latest ?? null;
    const summary = summaryOf({ ...checkIn, id: key as CheckInId, note: '' });
    if (latest === null || (latest.id !== key && newer(latest, summary).id === key))
      ends.push({ entity: 'objective', key: checkIn.objectiveId });
  }
  for (const { objectiveId } of learnings.values()) {
    if (!objectives.has(objectiveId)) ends.push({ entity: 'objective', key: objectiveId });
  }
  const held = new Set([...ledgers.values()].flatMap(piecesOf));
  for (const key of held) {
    if (!pieces.has(key)) ends.push({ entity: 'sprint-ledger-piece', key });
  }
  for (const [key, { sprintId }] of pieces) {
    if (!held.has(key)) ends.push({ entity: 'sprint-ledger', key: ledgerKeyOf(sprintId) });
  }
  return [...new Map(ends.map((end) => [nameOf(end), end])).values()];
};

/**
 * The records without ledgers of which a piece is missing, and without pieces that no ledger points to: of two runs that
 * froze the same sprint at once the slower one leaves some behind.
 */
export const wholeLedgers = (records: readonly BackupRecord[]): BackupRecord[] => {
  const { ledgers, pieces } = partsOf({ records });
  const whole = new Map(
    [...ledgers].filter(([, ledger]) => piecesOf(ledger).every((key) => pieces.has(key))),
  );
  const held = new Set([...whole.values()].flatMap(piecesOf));
  return records.filter(({ entity, key }) => {
    if (entity === 'sprint-ledger') return whole.has(key);
    return entity !== 'sprint-ledger-piece' || held.has(key);
  });
};
