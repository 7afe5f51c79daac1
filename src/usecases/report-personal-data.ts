import { accountsNamed } from '../domain/backup-parts';
import type { BackupRecord } from '../domain/backup';
import type { IsoInstant } from '../domain/dates';
import type { AccountId } from '../domain/ids';
import { reportAccounts } from '../platform/personal-data';
import { namedRecords, pageOfRecords } from '../storage/backup';
import { eraseFromRecord } from '../storage/backup-erasure';
import { loadReportState, saveReportState, type ReportState } from '../storage/personal-data-report';

/** Forge wants every account reported once in seven days; called once a day, this begins on the sixth or seventh. */
const ROUND_MS = 6 * 86_400_000;

/** The entities whose records name people. */
const ENTITIES = ['objective', 'check-in'] as const;

const MOST_TRIES = 5;

/**
 * Reports every stored account id to Atlassian once a week and erases those whose accounts are closed. Goes on where
 * the last call had to stop; called more often, or twice at once, it writes nothing new.
 *
 * @param timeLeft - Milliseconds in which another page may be begun.
 */
export const reportPersonalData = async (now: IsoInstant, timeLeft: () => number): Promise<void> => {
  const read = await loadReportState();
  let state = begun(read.value, now);
  if (state === null || state.place === null) return;
  const asked = new Set<AccountId>();
  const gone = new Set<AccountId>();
  try {
    // At least a page each time, or a slow day would be followed by others like it for ever.
    for (
      let place: ReportState['place'] = state.place;
      place !== null;
      place = timeLeft() > 0 ? state.place : null
    ) {
      const { records, next } = await pageOfRecords(place.entity, place.after);
      const accounts = accountsNamed({ records }).filter((account) => !asked.has(account));
      const closed = await reportAccounts(accounts, now);
      for (const account of accounts) asked.add(account);
      for (const account of closed) gone.add(account);
      await erase(records, gone);
      state = {
        ...state,
        place: placeAfter(place.entity, next),
        reported: state.reported + accounts.length,
        erased: state.erased + closed.size,
      };
    }
  } finally {
    // Also when Atlassian or the storage gave up: tomorrow goes on from here. Who was quicker has come as far.
    await saveReportState(finished(state, now), read);
  }
};

/** A running round, or a new one when the last began long enough ago; `null` when nothing is to be done. */
const begun = (state: ReportState, now: IsoInstant): ReportState | null => {
  if (state.place !== null) return state;
  if (state.startedAt !== null && Date.parse(now) - Date.parse(state.startedAt) < ROUND_MS) return null;
  return { ...state, startedAt: now, place: { entity: ENTITIES[0], after: null }, reported: 0, erased: 0 };
};

const placeAfter = (entity: (typeof ENTITIES)[number], next: string | null): ReportState['place'] => {
  if (next !== null) return { entity, after: next };
  const following = ENTITIES[ENTITIES.indexOf(entity) + 1];
  return following === undefined ? null : { entity: following, after: null };
};

const finished = (state: ReportState, now: IsoInstant): ReportState =>
  state.place === null
    ? { ...state, last: { finishedAt: now, reported: state.reported, erased: state.erased } }
    : state;

/** Writes only the records that name somebody who is gone. */
const erase = async (records: readonly BackupRecord[], gone: ReadonlySet<AccountId>): Promise<void> => {
  const namesOneOfThem = (record: BackupRecord): boolean =>
    accountsNamed({ records: [record] }).some((account) => gone.has(account));
  let left = records.filter(namesOneOfThem);
  for (let tries = 1; left.length > 0 && tries <= MOST_TRIES; tries += 1) {
    const missed: BackupRecord[] = [];
    for (const record of left) if (!(await eraseFromRecord(record, gone))) missed.push(record);
    left = (await namedRecords(missed)).filter(namesOneOfThem);
  }
};
