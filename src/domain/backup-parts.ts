import type {
  Backup,
  StoredCalendar,
  StoredCheckIn,
  StoredIntent,
  StoredLearnings,
  StoredLedger,
  StoredList,
  StoredObjective,
  StoredPiece,
  StoredSettings,
} from './backup';
import type { AccountId, ProjectId } from './ids';
import { FORMER_USER, ownersIn } from './personal-data';

/** A backup's records by entity and key. */
export type BackupParts = {
  readonly calendars: ReadonlyMap<string, StoredCalendar>;
  readonly lists: ReadonlyMap<string, StoredList>;
  readonly objectives: ReadonlyMap<string, StoredObjective>;
  readonly checkIns: ReadonlyMap<string, StoredCheckIn>;
  readonly intents: ReadonlyMap<string, StoredIntent>;
  readonly settings: ReadonlyMap<string, StoredSettings>;
  readonly learnings: ReadonlyMap<string, StoredLearnings>;
  readonly ledgers: ReadonlyMap<string, StoredLedger>;
  readonly pieces: ReadonlyMap<string, StoredPiece>;
};

export const partsOf = ({ records }: Pick<Backup, 'records'>): BackupParts => {
  const calendars = new Map<string, StoredCalendar>();
  const lists = new Map<string, StoredList>();
  const objectives = new Map<string, StoredObjective>();
  const checkIns = new Map<string, StoredCheckIn>();
  const intents = new Map<string, StoredIntent>();
  const settings = new Map<string, StoredSettings>();
  const learnings = new Map<string, StoredLearnings>();
  const ledgers = new Map<string, StoredLedger>();
  const pieces = new Map<string, StoredPiece>();
  for (const record of records) {
    if (record.entity === 'cycle-calendar') calendars.set(record.key, record.value);
    else if (record.entity === 'objective-list') lists.set(record.key, record.value);
    else if (record.entity === 'objective') objectives.set(record.key, record.value);
    else if (record.entity === 'check-in') checkIns.set(record.key, record.value);
    else if (record.entity === 'sprint-intent') intents.set(record.key, record.value);
    else if (record.entity === 'planning-settings') settings.set(record.key, record.value);
    else if (record.entity === 'key-result-learnings') learnings.set(record.key, record.value);
    else if (record.entity === 'sprint-ledger') ledgers.set(record.key, record.value);
    else pieces.set(record.key, record.value);
  }
  return { calendars, lists, objectives, checkIns, intents, settings, learnings, ledgers, pieces };
};

/** The keys of the pieces that a ledger points to. */
export const piecesOf = ({ start, close }: Pick<StoredLedger, 'start' | 'close'>): readonly string[] => [
  ...(start?.pieces ?? []),
  ...(close?.pieces ?? []),
];

/** Everybody whom the records name, each once. What was learned, and ledgers, name nobody. */
export const accountsNamed = (backup: Pick<Backup, 'records'>): AccountId[] => {
  const { objectives, checkIns } = partsOf(backup);
  const owners = [...objectives.values()].flatMap(ownersIn);
  const authors = [...checkIns.values()].map(({ author }) => author);
  return [...new Set([...owners, ...authors])].filter((account) => account !== FORMER_USER).sort();
};

/** Every project whose objectives, plans or ledgers the records hold, each once. */
export const projectsNamed = (backup: Pick<Backup, 'records'>): ProjectId[] => {
  const { objectives, lists, intents, settings, ledgers } = partsOf(backup);
  const scopes = [...objectives.values()].map(({ scope }) => scope);
  const listed = [...lists.keys()].map((key) => key.replace(/^team:/, ''));
  const planned = [...intents.values(), ...settings.values(), ...ledgers.values()].flatMap(
    ({ projectId }) => projectId ?? [],
  );
  return [...new Set([...scopes, ...listed, ...planned])]
    .filter((scope) => scope !== 'company')
    .sort() as ProjectId[];
};
