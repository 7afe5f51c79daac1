import type { CheckIn } from './check-in';
import type { Cycle } from './cycle';
import type { IsoInstant } from './dates';
import type { Band } from './focus-share';
import type { AccountId, CycleId, ObjectiveId, ProjectId } from './ids';
import { ISSUE_PROPERTIES, type IssueProperty } from './issue-properties';
import type { KeyResult } from './objective';
import type { Rhythm } from './period';
import type { SaidIntent } from './sprint-intent';
import type { LedgerTag } from './sprint-ledger';
import type { GivenVerdict } from './verdict';

/** Everything that the app keeps, as it is stored: what an export holds and an import brings back. */
export type Backup = {
  readonly records: readonly BackupRecord[];
  readonly properties: readonly BackupProperty[];
  /** Whom and what the records name, so that an import elsewhere can tell who and which that is there. */
  readonly projects: readonly BackupProject[];
  readonly accounts: readonly BackupAccount[];
};

/** One stored record with the key it is stored under. */
export type BackupRecord =
  | { readonly entity: 'cycle-calendar'; readonly key: string; readonly value: StoredCalendar }
  | { readonly entity: 'objective-list'; readonly key: string; readonly value: StoredList }
  | { readonly entity: 'objective'; readonly key: string; readonly value: StoredObjective }
  | { readonly entity: 'check-in'; readonly key: string; readonly value: StoredCheckIn }
  | { readonly entity: 'sprint-intent'; readonly key: string; readonly value: StoredIntent }
  | { readonly entity: 'planning-settings'; readonly key: string; readonly value: StoredSettings }
  | { readonly entity: 'key-result-learnings'; readonly key: string; readonly value: StoredLearnings }
  | { readonly entity: 'sprint-ledger'; readonly key: string; readonly value: StoredLedger }
  | { readonly entity: 'sprint-ledger-piece'; readonly key: string; readonly value: StoredPiece };

export type BackupEntity = BackupRecord['entity'];

/** The stored entities that a backup holds, in the order in which a file has them. */
export const BACKUP_ENTITIES = [
  'cycle-calendar',
  'objective-list',
  'objective',
  'check-in',
  'sprint-intent',
  'planning-settings',
  'key-result-learnings',
  'sprint-ledger',
  'sprint-ledger-piece',
] as const;

/** What a stored record is known by. */
export type RecordKey = { readonly entity: BackupEntity; readonly key: string };

/** A property as it stands on an issue. */
export type BackupProperty = {
  readonly property: IssueProperty;
  readonly issueId: string;
  readonly issueKey: string;
  readonly value: unknown;
};

export type BackupProject = { readonly id: ProjectId; readonly key: string };
export type BackupAccount = { readonly id: AccountId; readonly displayName: string };

/** Where and when a backup was taken. */
export type BackupOrigin = { readonly exportedAt: IsoInstant; readonly site: string };

export type StoredCalendar = Header & { readonly cycles: readonly Cycle[] };
export type StoredList = Header & {
  readonly restricted: boolean;
  readonly entries: readonly { readonly objectiveId: ObjectiveId; readonly cycleId: CycleId }[];
};
export type StoredObjective = Header & {
  readonly cycleId: CycleId;
  /** `company`, or the id of the team's project. */
  readonly scope: string;
  readonly title: string;
  readonly description?: string;
  readonly owner?: AccountId;
  readonly archived: boolean;
  readonly ownRevision: number;
  readonly keyResults: readonly KeyResult[];
};
export type StoredCheckIn = Omit<CheckIn, 'id' | 'note'> & {
  readonly version: number;
  readonly objectiveId: ObjectiveId;
  readonly note?: string;
};

/** Under the sprint's id, or the board's and the day on which a period of it began. */
export type StoredIntent = Header & {
  readonly projectId: ProjectId;
  readonly said: SaidIntent;
  readonly earlier: readonly SaidIntent[];
};
/** Under the board's id. */
export type StoredSettings = Header & {
  readonly projectId: ProjectId;
  readonly band?: Band;
  readonly rhythm?: Rhythm;
};

/** Under the key result's id. */
export type StoredLearnings = Header & {
  readonly objectiveId: ObjectiveId;
  readonly verdicts: readonly GivenVerdict[];
};
/** Under the sprint's id: when something of it was frozen, and the keys of the pieces that hold it. */
export type StoredLedger = Header & {
  readonly state: 'running' | 'closed' | 'gone';
  readonly projectId?: ProjectId;
  readonly boardId?: number;
  readonly startedAt: IsoInstant;
  readonly start?: StoredFrozen;
  readonly closedAt?: IsoInstant;
  readonly close?: StoredFrozen & { readonly mayMissRemoved: boolean };
};
type StoredFrozen = { readonly frozenAt: IsoInstant; readonly pieces: readonly string[] };
/** Lines of a ledger as `packed-lines.ts` keeps them. */
export type StoredPiece = Header & {
  readonly sprintId: string;
  readonly tags: readonly LedgerTag[];
  readonly lines: readonly (readonly (string | number | null)[])[];
};

type Header = { readonly version: number; readonly revision: number };

/** The list that an objective of this stored scope is in. */
export const listKeyOf = (scope: string): string => (scope === 'company' ? 'company' : `team:${scope}`);

/** The project of a list's key; `null` for the company's. */
export const projectOfList = (key: string): ProjectId | null =>
  key.startsWith('team:') ? (key.slice('team:'.length) as ProjectId) : null;

export const ledgerKeyOf = (sprintId: string): string => `sprint:${sprintId}`;

/** One text for a property of an issue. */
export const nameOfProperty = ({ property, issueId }: Pick<BackupProperty, 'property' | 'issueId'>): string =>
  `${property} ${issueId}`;

/** One text for a record's key. */
export const nameOf = ({ entity, key }: RecordKey): string => `${entity} ${key}`;

/** JSON that is the same for equal values, whatever the order of their properties. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** In the order of a file: by entity and key, and by number where an id is one, so that equal backups are equal texts. */
export const inFileOrder = ({ records, properties, projects, accounts }: Backup): Backup => ({
  records: [...records].sort(
    (a, b) =>
      BACKUP_ENTITIES.indexOf(a.entity) - BACKUP_ENTITIES.indexOf(b.entity) || (a.key < b.key ? -1 : 1),
  ),
  properties: [...properties].sort(
    (a, b) =>
      ISSUE_PROPERTIES.indexOf(a.property) - ISSUE_PROPERTIES.indexOf(b.property) ||
      Number(a.issueId) - Number(b.issueId),
  ),
  projects: [...projects].sort((a, b) => Number(a.id) - Number(b.id)),
  accounts: [...accounts].sort((a, b) => (a.id < b.id ? -1 : 1)),
});
