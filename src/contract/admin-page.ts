import * as v from 'valibot';
import { BACKUP_ENTITIES, type BackupRecord } from '../domain/backup';
import type { IsoInstant } from '../domain/dates';
import { backupRecord } from './backup-records';
import type { Outcome } from './outcome';
import { revision } from './schemas';

/**
 * The administrators' page: what the app keeps, out to a file and in from one. What is on issues goes as the
 * administrator, in front.
 */
export type AdminPageApi = {
  loadAdminPage: (payload: LoadAdminPage) => Outcome<AdminPageView>;
  /** The next records of an entity, as many as one answer carries. */
  exportRecords: (payload: ExportRecords) => Outcome<RecordPage>;
  /** Records by their keys, read strictly; those that are not there are left out. */
  exportNamedRecords: (payload: ExportNamedRecords) => Outcome<{ readonly records: readonly BackupRecord[] }>;
  /** Jira's estimate of how many issues have a tag or figures, also those that the administrator may not browse. */
  estimateIssues: (payload: EstimateIssues) => Outcome<{ readonly estimate: number }>;
  /** Writes records that are not there, or are at the revision that was seen. What is so already is not written. */
  importRecords: (payload: ImportRecords) => Outcome<RecordsImported>;
};

export const loadAdminPage = v.strictObject({});
export type LoadAdminPage = v.InferOutput<typeof loadAdminPage>;

const entity = v.picklist(BACKUP_ENTITIES, 'Name a kind of record that the app keeps.');

export const exportRecords = v.strictObject({
  entity,
  /** `next` of the page before; `null` begins. */
  after: v.nullable(
    v.pipe(v.string('Say where to go on.'), v.nonEmpty('Say where to go on.'), v.maxLength(2000)),
  ),
});
export type ExportRecords = v.InferOutput<typeof exportRecords>;

export const MOST_NAMED_RECORDS = 20;

const recordKey = v.strictObject({
  entity,
  key: v.pipe(v.string('Give a key.'), v.regex(/^[a-z0-9:-]{1,60}$/, 'This is not the key of a record.')),
});
export const exportNamedRecords = v.strictObject({
  keys: v.pipe(
    v.array(recordKey),
    v.minLength(1, 'Name a record.'),
    v.maxLength(MOST_NAMED_RECORDS, `Ask for at most ${MOST_NAMED_RECORDS} records.`),
  ),
});
export type ExportNamedRecords = v.InferOutput<typeof exportNamedRecords>;

export const estimateIssues = v.strictObject({});
export type EstimateIssues = v.InferOutput<typeof estimateIssues>;

export const MOST_IMPORTED_RECORDS = 100;

export const importRecords = v.strictObject({
  records: v.pipe(
    v.array(
      v.strictObject({
        record: backupRecord,
        /** The revision that is to be replaced; `null` where there is no such record yet. */
        expected: v.nullable(revision),
      }),
    ),
    v.minLength(1, 'Give a record.'),
    v.maxLength(MOST_IMPORTED_RECORDS, `Give at most ${MOST_IMPORTED_RECORDS} records.`),
    v.check(
      (given) => new Set(given.map(({ record }) => `${record.entity} ${record.key}`)).size === given.length,
      'Give every record once.',
    ),
  ),
});
export type ImportRecords = v.InferOutput<typeof importRecords>;

export type AdminPageView = {
  readonly cycles: number;
  /** Whether there is nothing to export: an import that broke off may have left records without a cycle. */
  readonly isEmpty: boolean;
  /** When account ids were last reported to Atlassian; `null` before the first time. */
  readonly personalData: PersonalDataReport | null;
};

export type PersonalDataReport = {
  readonly finishedAt: IsoInstant;
  readonly reported: number;
  readonly erased: number;
};

export type RecordPage = {
  readonly records: readonly BackupRecord[];
  /** Asks for the next page; `null` when there is none. */
  readonly next: string | null;
};

/** For each record in turn: it was written, it was so already, or something else is there. */
export type RecordsImported = { readonly results: readonly ImportResult[] };
export type ImportResult = 'written' | 'same' | 'conflict';
