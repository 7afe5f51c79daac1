import { objectiveIdOf, type KeyResultId, type ObjectiveId } from '../domain/ids';
import type { GivenVerdict, Learnings } from '../domain/verdict';
import { readRecords, writeUnlessChanged, type RecordHeader, type Versioned } from './record';

/** What was learned of key results, in the order asked for, one strictly consistent operation each 25. */
export const loadLearnings = async (
  keyResultIds: readonly KeyResultId[],
): Promise<Versioned<Learnings>[]> => {
  const stored = await readRecords<StoredLearnings>(keyResultIds.map(keyOf));
  return keyResultIds.map((keyResultId, index) => ({
    value: { keyResultId, verdicts: stored[index]?.verdicts ?? [] },
    recordRevision: stored[index]?.revision ?? null,
  }));
};

/** `false` when somebody else gave a verdict since it was read. */
export const saveLearnings = (
  { keyResultId, verdicts }: Learnings,
  { recordRevision }: Versioned<unknown>,
): Promise<boolean> =>
  writeUnlessChanged<StoredLearnings>(
    keyOf(keyResultId),
    { version: 1, revision: (recordRevision ?? 0) + 1, objectiveId: objectiveIdOf(keyResultId), verdicts },
    recordRevision,
  );

const keyOf = (keyResultId: KeyResultId) => ({ entityName: 'key-result-learnings', key: keyResultId });

type StoredLearnings = RecordHeader & {
  readonly objectiveId: ObjectiveId;
  readonly verdicts: readonly GivenVerdict[];
};
