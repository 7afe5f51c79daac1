import type { ProjectId } from '../domain/ids';
import type { IntentPlace, SaidIntent, SprintIntent } from '../domain/sprint-intent';
import { readRecords, writeUnlessChanged, type RecordHeader, type Versioned } from './record';

/** What was said of a sprint or period, in one strictly consistent storage operation. */
export const findSprintIntent = async (place: IntentPlace): Promise<Versioned<SprintIntent | null>> => {
  const [stored] = await readRecords<StoredIntent>([keyOf(place)]);
  return { value: stored ? toIntent(place, stored) : null, recordRevision: stored?.revision ?? null };
};

/** `false` when somebody else said something since it was read. */
export const saveSprintIntent = (intent: SprintIntent, read: Versioned<unknown>): Promise<boolean> =>
  writeUnlessChanged<StoredIntent>(keyOf(intent.place), toStored(intent), read.recordRevision);

const keyOf = (place: IntentPlace) => ({
  entityName: 'sprint-intent',
  key: place.kind === 'sprint' ? `sprint:${place.sprintId}` : `board:${place.boardId}:${place.start}`,
});

type StoredIntent = RecordHeader & {
  readonly projectId: ProjectId;
  readonly said: SaidIntent;
  readonly earlier: readonly SaidIntent[];
};

const toStored = ({ projectId, revision, said, earlier }: SprintIntent): StoredIntent => ({
  version: 1,
  revision,
  projectId,
  said,
  earlier,
});

const toIntent = (
  place: IntentPlace,
  { projectId, revision, said, earlier }: StoredIntent,
): SprintIntent => ({ place, projectId, revision, said, earlier });
