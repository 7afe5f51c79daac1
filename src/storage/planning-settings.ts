import type { Band } from '../domain/focus-share';
import type { ProjectId } from '../domain/ids';
import type { Rhythm } from '../domain/period';
import { readRecords, writeUnlessChanged, type RecordHeader, type Versioned } from './record';

/** How a board plans. What is not set is `null`. */
export type PlanningSettings = {
  /** The board's project when it was set; `null` where nothing was. */
  readonly projectId: ProjectId | null;
  readonly band: Band | null;
  readonly rhythm: Rhythm | null;
};

/** A board's settings, in one strictly consistent storage operation. */
export const loadPlanningSettings = async (boardId: number): Promise<Versioned<PlanningSettings>> => {
  const [stored] = await readRecords<StoredSettings>([keyOf(boardId)]);
  return {
    value: {
      projectId: stored?.projectId ?? null,
      band: stored?.band ?? null,
      rhythm: stored?.rhythm ?? null,
    },
    recordRevision: stored?.revision ?? null,
  };
};

/** `false` when somebody else set something since it was read. */
export const savePlanningSettings = (
  boardId: number,
  { projectId, band, rhythm }: PlanningSettings & { readonly projectId: ProjectId },
  read: Versioned<unknown>,
): Promise<boolean> =>
  writeUnlessChanged<StoredSettings>(
    keyOf(boardId),
    {
      version: 1,
      revision: (read.recordRevision ?? 0) + 1,
      projectId,
      ...(band ? { band } : {}),
      ...(rhythm ? { rhythm } : {}),
    },
    read.recordRevision,
  );

const keyOf = (boardId: number) => ({ entityName: 'planning-settings', key: `board:${boardId}` });

type StoredSettings = RecordHeader & {
  readonly projectId: ProjectId;
  readonly band?: Band;
  readonly rhythm?: Rhythm;
};
