import type { Cycle } from '../domain/cycle';
import type { CycleId, ObjectiveId, ProjectId } from '../domain/ids';
import type { Scope } from '../domain/objective';
import { readRecords, writeUnlessChanged, type RecordHeader, type Versioned } from './record';

/**
 * The plan says which cycles there are and which objectives belong to whom: two small kinds of record that are read
 * together in one operation and lead to the objectives, so that no screen depends on a query that may lag.
 */
export type Plan = {
  readonly calendar: Versioned<readonly Cycle[]>;
  readonly company: Versioned<ObjectiveList>;
  /** Empty where no project was asked for. */
  readonly team: Versioned<ObjectiveList>;
};

export type ObjectiveList = {
  /** Only people who may browse the project see its objectives. Never true of the company. */
  readonly restricted: boolean;
  readonly entries: readonly { readonly objectiveId: ObjectiveId; readonly cycleId: CycleId }[];
};

/** The calendar and the lists of the company and of one project, in one storage operation. */
export const loadPlan = async (projectId: ProjectId | null): Promise<Plan> => {
  const keys = [
    CALENDAR,
    listKey({ type: 'company' }),
    ...(projectId ? [listKey({ type: 'team', projectId })] : []),
  ];
  const [calendar, company, team] = await readRecords<StoredCalendar | StoredList>(keys);
  return {
    calendar: toCalendar(calendar as StoredCalendar | undefined),
    company: toList(company as StoredList | undefined),
    team: toList(team as StoredList | undefined),
  };
};

/** The lists of several scopes, one storage operation each 25. */
export const loadLists = async (scopes: readonly Scope[]): Promise<Versioned<ObjectiveList>[]> =>
  (await readRecords<StoredList>(scopes.map(listKey))).map(toList);

/** Which of the projects keep their objectives to people who may browse them. */
export const restrictedProjects = async (projectIds: readonly ProjectId[]): Promise<ProjectId[]> => {
  const unique = [...new Set(projectIds)];
  const lists = await loadLists(unique.map((projectId) => ({ type: 'team', projectId })));
  return unique.filter((_, index) => lists[index]!.value.restricted);
};

/** `false` when the calendar was changed since it was read. */
export const saveCalendar = (cycles: readonly Cycle[], read: Versioned<unknown>): Promise<boolean> =>
  writeUnlessChanged<StoredCalendar>(CALENDAR, { ...header(read), cycles }, read.recordRevision);

/** `false` when the list was changed since it was read. */
export const saveList = (scope: Scope, list: ObjectiveList, read: Versioned<unknown>): Promise<boolean> =>
  writeUnlessChanged<StoredList>(listKey(scope), storedList(list, read), read.recordRevision);

/** Where a scope's list is stored. */
export const listKey = (scope: Scope) => ({
  entityName: 'objective-list',
  key: scope.type === 'company' ? 'company' : `team:${scope.projectId}`,
});

/** A list as it is stored in place of the one that was read. */
export const storedList = (list: ObjectiveList, read: Versioned<unknown>): StoredList => ({
  ...header(read),
  ...list,
});

type StoredCalendar = RecordHeader & { readonly cycles: readonly Cycle[] };
type StoredList = RecordHeader & ObjectiveList;

const CALENDAR = { entityName: 'cycle-calendar', key: 'site' } as const;

const header = ({ recordRevision }: Versioned<unknown>): RecordHeader => ({
  version: 1,
  revision: (recordRevision ?? 0) + 1,
});

const toCalendar = (stored: StoredCalendar | undefined): Plan['calendar'] => ({
  value: stored?.cycles ?? [],
  recordRevision: stored?.revision ?? null,
});

const toList = (stored: StoredList | undefined): Versioned<ObjectiveList> => ({
  value: { restricted: stored?.restricted ?? false, entries: stored?.entries ?? [] },
  recordRevision: stored?.revision ?? null,
});
