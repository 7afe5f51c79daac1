import type { IsoInstant } from '../domain/dates';
import { readRecords, writeUnlessChanged, type RecordHeader, type Versioned } from './record';

/** How far the reporting of account ids has come, and what the last whole round did. */
export type ReportState = {
  /** When the round began that is running or was the last. */
  readonly startedAt: IsoInstant | null;
  /** Where the running round goes on; `null` when none is running. */
  readonly place: { readonly entity: 'objective' | 'check-in'; readonly after: string | null } | null;
  readonly reported: number;
  readonly erased: number;
  readonly last: {
    readonly finishedAt: IsoInstant;
    readonly reported: number;
    readonly erased: number;
  } | null;
};

export const loadReportState = async (): Promise<Versioned<ReportState>> => {
  const [stored] = await readRecords<StoredReportState>([PLACE]);
  if (stored === undefined) return { value: NOTHING_REPORTED, recordRevision: null };
  const { version: _version, revision, state } = stored;
  return { value: state, recordRevision: revision };
};

/** `false` when another run has written meanwhile. */
export const saveReportState = (
  state: ReportState,
  { recordRevision }: Versioned<unknown>,
): Promise<boolean> =>
  writeUnlessChanged<StoredReportState>(
    PLACE,
    { version: 1, revision: (recordRevision ?? 0) + 1, state },
    recordRevision,
  );

const NOTHING_REPORTED: ReportState = { startedAt: null, place: null, reported: 0, erased: 0, last: null };

type StoredReportState = RecordHeader & { readonly state: ReportState };

const PLACE = { entityName: 'personal-data-report', key: 'site' } as const;
