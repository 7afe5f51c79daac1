import {
  nameOf,
  type Backup,
  type BackupAccount,
  type BackupEntity,
  type BackupProject,
  type BackupRecord,
  type BackupTag,
} from '../../src/domain/backup';

/** What was read of a site so far. It is added to, so that a reading that stopped goes on where it was. */
export type Reading = {
  readonly startedAt: number;
  readonly records: Map<string, BackupRecord>;
  /** Where an entity goes on; `null` when it was read to its end. */
  readonly places: Map<BackupEntity, string | null>;
  readonly tags: Map<string, BackupTag>;
  tagPage: TagPlace;
  /** How many issues hold something in the place of a tag that is none. */
  readonly strange: Set<string>;
  projects: readonly BackupProject[] | null;
  accounts: readonly BackupAccount[] | null;
  /** Jira's estimate of how many issues have a tag. */
  estimate: number | null;
  step: ReadingStep;
};

export type ReadingStep = 'settling' | 'records' | 'tags' | 'names' | 'done';
type TagPlace = { readonly token: string | null } | 'end';

export const newReading = (startedAt: number): Reading => ({
  startedAt,
  records: new Map(),
  places: new Map(),
  tags: new Map(),
  tagPage: { token: null },
  strange: new Set(),
  projects: null,
  accounts: null,
  estimate: null,
  step: 'settling',
});

/** What a person is told while it is read. */
export type Progress = { readonly step: ReadingStep; readonly records: number; readonly tags: number };

export const progressOf = ({ step, records, tags }: Reading): Progress => ({
  step,
  records: records.size,
  tags: tags.size,
});

export const keep = (reading: Reading, records: readonly BackupRecord[]): void => {
  for (const record of records) reading.records.set(nameOf(record), record);
};

export const backupOf = ({ records, tags, projects, accounts }: Reading): Backup => ({
  records: [...records.values()],
  tags: [...tags.values()],
  projects: projects ?? [],
  accounts: accounts ?? [],
});

/** About how many tagged issues there are that whoever reads may not browse. */
export const hiddenTags = ({ estimate, tags, strange }: Reading): number =>
  Math.max(0, (estimate ?? 0) - tags.size - strange.size);
