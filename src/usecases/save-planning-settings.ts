import { isDeepStrictEqual } from 'node:util';
import { fail } from '../contract/outcome';
import type { SavePlanningSettings, SettingsSaved } from '../contract/sprint-planning';
import type { Caller } from '../platform/caller';
import {
  loadPlanningSettings,
  savePlanningSettings as save,
  type PlanningSettings,
} from '../storage/planning-settings';
import type { Versioned } from '../storage/record';
import { changeUntilKept } from './change-until-kept';
import type { PlannedBoard } from './sprint-planning-rights';

/** Sets a board's band and rhythm. Sent again it finds that it is set so already. */
export const savePlanningSettings = async (
  _caller: Caller,
  { boardId, expectedRevision, band, rhythm }: SavePlanningSettings,
  { projectId }: PlannedBoard,
): Promise<SettingsSaved> => {
  const read = () => loadPlanningSettings(boardId);
  const wanted = { projectId, band, rhythm };
  const isSet = ({ value }: Versioned<PlanningSettings>): boolean => isDeepStrictEqual(value, wanted);
  const revision = await changeUntilKept(
    await read(),
    read,
    (current) => {
      if (isSet(current)) return current.recordRevision;
      if (current.recordRevision === expectedRevision) return (expectedRevision ?? 0) + 1;
      return fail({
        code: 'conflict',
        message:
          'Somebody else changed how this board plans meanwhile. Theirs is kept; look at it and save yours again if you still want it.',
        current: viewOf(current),
      });
    },
    async (_revision, current) => isSet(current) || save(boardId, wanted, current),
  );
  return { settings: { revision, band, rhythm } };
};

const viewOf = ({ value: { band, rhythm }, recordRevision }: Versioned<PlanningSettings>): SettingsSaved => ({
  settings: { revision: recordRevision, band, rhythm },
});
