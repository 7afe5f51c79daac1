import {
  nameOf,
  nameOfProperty,
  type Backup,
  type BackupAccount,
  type BackupEntity,
  type BackupProject,
  type BackupProperty,
  type BackupRecord,
} from '../../src/domain/backup';
import { wholeLedgers } from '../../src/domain/backup-closure';
import { ISSUE_PROPERTIES, troubleWith } from '../../src/domain/issue-properties';
import type { IssueValues } from '../../src/jira/issue-properties';
import { countsOf, type Counts } from './counts';

/** What was read of a site so far. It is added to, so that a reading that stopped goes on where it was. */
export type Reading = {
  readonly startedAt: number;
  readonly records: Map<string, BackupRecord>;
  /** Where an entity goes on; `null` when it was read to its end. */
  readonly places: Map<BackupEntity, string | null>;
  /** The issues that Jira's search has brought so far, by id. */
  readonly issues: Set<string>;
  readonly properties: Map<string, BackupProperty>;
  issuePage: SearchPlace;
  /** The issues that hold something in the place of a tag or of figures that is none. */
  readonly strange: Set<string>;
  projects: readonly BackupProject[] | null;
  accounts: readonly BackupAccount[] | null;
  /** Jira's estimate of how many issues have a tag or figures. */
  estimate: number | null;
  step: ReadingStep;
};

export type ReadingStep = 'settling' | 'records' | 'issues' | 'names' | 'done';
type SearchPlace = { readonly token: string | null } | 'end';

export const newReading = (startedAt: number): Reading => ({
  startedAt,
  records: new Map(),
  places: new Map(),
  issues: new Set(),
  properties: new Map(),
  issuePage: { token: null },
  strange: new Set(),
  projects: null,
  accounts: null,
  estimate: null,
  step: 'settling',
});

/** What a person is told while it is read. */
export type Progress = { readonly step: ReadingStep; readonly issues: number; readonly counts: Counts };

export const progressOf = ({ step, issues, records, properties }: Reading): Progress => ({
  step,
  issues: issues.size,
  counts: countsOf(records.size, [...properties.values()]),
});

export const keep = (reading: Reading, records: readonly BackupRecord[]): void => {
  for (const record of records) reading.records.set(nameOf(record), record);
};

export const keepIssue = (reading: Reading, { issueId, issueKey, values }: IssueValues): void => {
  reading.issues.add(issueId);
  for (const property of ISSUE_PROPERTIES) {
    const value = values[property];
    if (troubleWith(property, value) === 'garbage') reading.strange.add(issueId);
    else if (value !== undefined)
      reading.properties.set(nameOfProperty({ property, issueId }), { property, issueId, issueKey, value });
  }
};

export const backupOf = ({ records, properties, projects, accounts }: Reading): Backup => ({
  records: wholeLedgers([...records.values()]),
  properties: [...properties.values()],
  projects: projects ?? [],
  accounts: accounts ?? [],
});

/** About how many issues with tags or figures there are that whoever reads may not browse. */
export const hiddenIssues = ({ estimate, issues }: Reading): number =>
  Math.max(0, (estimate ?? 0) - issues.size);
