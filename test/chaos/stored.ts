import type { StandIn } from '../../local/stand-in';

/** What lies in storage, as it lies there: read without the app. */
export type Stored = {
  readonly calendar: StoredCalendar;
  readonly lists: ReadonlyMap<string, StoredList>;
  readonly objectives: ReadonlyMap<string, StoredObjective>;
  readonly checkIns: ReadonlyMap<string, StoredCheckIn>;
};

type Fields = Readonly<Record<string, unknown>>;

export type StoredCycle = Fields & { readonly id: string; readonly revision: number };
export type StoredCalendar = { readonly revision: number; readonly cycles: readonly StoredCycle[] };
export type StoredList = {
  readonly revision: number;
  readonly restricted: boolean;
  readonly entries: readonly { readonly objectiveId: string; readonly cycleId: string }[];
};
export type StoredKeyResult = Fields & {
  readonly id: string;
  readonly revision: number;
  readonly latest: { readonly id: string } | null;
};
export type StoredObjective = Fields & {
  /** How often the record was written. */
  readonly revision: number;
  /** How often the objective's own fields were changed. */
  readonly ownRevision: number;
  readonly scope: string;
  readonly cycleId: string;
  readonly keyResults: readonly StoredKeyResult[];
};
export type StoredCheckIn = Fields & {
  readonly keyResultId: string;
  readonly date: string;
  readonly createdAt: string;
};

export const readStored = ({ storage }: StandIn): Stored => {
  const dump = storage.dump();
  const all = <T>(entity: string): ReadonlyMap<string, T> =>
    new Map((dump[`entity:${entity}`] ?? []).map(({ key, value }) => [key, value as T]));
  const calendar = all<StoredCalendar>('cycle-calendar').get('site');
  if (calendar === undefined) throw new Error('There is no calendar in storage.');
  return {
    calendar,
    lists: all('objective-list'),
    objectives: all('objective'),
    checkIns: all('check-in'),
  };
};

/** The name by which storage knows a scope's list. */
export const listOf = (scope: string): string => (scope === 'company' ? 'company' : `team:${scope}`);
