// Atlassian's scope check knows storage by this name only, and asks for `storage:app` because of it.
import { kvs as storage, WhereConditions } from '@forge/kvs';
import type { CheckIn } from '../domain/check-in';
import type { CycleId, ObjectiveId, ProjectId } from '../domain/ids';
import type { Objective, Scope } from '../domain/objective';
import { CHECK_IN, storedCheckIn } from './check-ins';
import { listKey, storedList, type ObjectiveList } from './plan';
import {
  isStored,
  readRecords,
  unchangedSince,
  writeUnlessChanged,
  type RecordHeader,
  type Versioned,
} from './record';
import { readStorage, writeOnce } from './storage-calls';

/** Objectives with their key results, in the order asked for; ids of none are left out. One operation each 25. */
export const loadObjectives = async (ids: readonly ObjectiveId[]): Promise<Versioned<Objective>[]> => {
  const unique = [...new Set(ids)];
  const records = await readRecords<StoredObjective>(unique.map((key) => ({ entityName: OBJECTIVE, key })));
  return unique.flatMap((id, index) => {
    const stored = records[index];
    return stored ? [{ value: toObjective(id, stored), recordRevision: stored.revision }] : [];
  });
};

/**
 * Every objective of a cycle, the company's and all teams', 100 an operation. A query: what was written in the last
 * moments may be missing or as it was before.
 */
export const objectivesOfCycle = async (cycleId: CycleId): Promise<Objective[]> => {
  const objectives: Objective[] = [];
  let cursor: string | undefined;
  do {
    const query = storage
      .entity<StoredObjective>(OBJECTIVE)
      .query()
      .index('cycleId')
      .where(WhereConditions.equalTo(cycleId))
      .limit(100);
    const page = await readStorage(() => (cursor ? query.cursor(cursor) : query).getMany());
    objectives.push(...page.results.map(({ key, value }) => toObjective(key as ObjectiveId, value)));
    cursor = page.nextCursor;
  } while (cursor);
  return objectives;
};

/**
 * Writes a new objective together with the list that has it, or neither: `false` when the list was changed since it was
 * read. The caller has seen that the objective's id is free; the condition on the list keeps it so.
 */
export const createObjective = (
  objective: Objective,
  list: ObjectiveList,
  read: Versioned<unknown>,
): Promise<boolean> => {
  const { entityName, key } = listKey(objective.scope);
  return writeOnce(
    ['CONDITIONAL_CHECK_FAILED'],
    () =>
      storage
        .transact()
        .set(objective.id, toStored(objective, 1), { entityName: OBJECTIVE })
        .set(key, storedList(list, read), unchangedSince(entityName, read.recordRevision ?? 0))
        .execute(),
    // Not the list: others may have joined it since.
    () => isStored({ entityName: OBJECTIVE, key: objective.id }, toStored(objective, 1)),
  );
};

/** `false` when the record was changed since it was read. */
export const updateObjective = (objective: Objective, read: Versioned<Objective>): Promise<boolean> =>
  writeUnlessChanged(
    { entityName: OBJECTIVE, key: objective.id },
    toStored(objective, nextRevision(read)),
    read.recordRevision,
  );

/**
 * Writes a check-in together with the objective that it changes, or neither: `false` when the objective was changed
 * since it was read. The caller has seen that the check-in's id is free; the condition on the objective keeps it so.
 */
export const addCheckIn = (
  objective: Objective,
  read: Versioned<Objective>,
  checkIn: CheckIn,
): Promise<boolean> =>
  writeOnce(
    ['CONDITIONAL_CHECK_FAILED'],
    () =>
      storage
        .transact()
        .set(
          objective.id,
          toStored(objective, nextRevision(read)),
          unchangedSince(OBJECTIVE, read.recordRevision ?? 0),
        )
        .set(checkIn.id, storedCheckIn(checkIn), { entityName: CHECK_IN })
        .execute(),
    // Not the objective: another check-in of a past day leaves it with the same content.
    () => isStored({ entityName: CHECK_IN, key: checkIn.id }, storedCheckIn(checkIn)),
  );

const OBJECTIVE = 'objective';

/** Storage takes no empty strings and no nulls, so what is empty is left out. */
type StoredObjective = RecordHeader & {
  readonly cycleId: Objective['cycleId'];
  readonly scope: string;
  readonly title: string;
  readonly description?: string;
  readonly owner?: NonNullable<Objective['owner']>;
  readonly archived: boolean;
  readonly ownRevision: number;
  readonly keyResults: Objective['keyResults'];
};

const nextRevision = ({ recordRevision }: Versioned<unknown>): number => (recordRevision ?? 0) + 1;

const toStored = (objective: Objective, revision: number): StoredObjective => ({
  version: 1,
  revision,
  cycleId: objective.cycleId,
  scope: objective.scope.type === 'company' ? 'company' : objective.scope.projectId,
  title: objective.title,
  ...(objective.description ? { description: objective.description } : {}),
  ...(objective.owner ? { owner: objective.owner } : {}),
  archived: objective.archived,
  ownRevision: objective.revision,
  keyResults: objective.keyResults,
});

const toObjective = (id: ObjectiveId, stored: StoredObjective): Objective => ({
  id,
  cycleId: stored.cycleId,
  scope: toScope(stored.scope),
  title: stored.title,
  description: stored.description ?? '',
  owner: stored.owner ?? null,
  archived: stored.archived,
  keyResults: stored.keyResults,
  revision: stored.ownRevision,
});

const toScope = (text: string): Scope =>
  text === 'company' ? { type: 'company' } : { type: 'team', projectId: text as ProjectId };
