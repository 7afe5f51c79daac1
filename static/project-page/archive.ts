import type { Outcome } from '../../src/contract/outcome';
import type { KeyResultView, ObjectiveView } from '../../src/contract/views';
import type { KeyResultId, ObjectiveId } from '../../src/domain/ids';
import { showDone, showProblem } from '../shared/platform';
import { usePage } from './page-context';
import { archiveKeyResult, archiveObjective } from './queries';

/** Archiving and bringing back, each with a way back in a flag. */
export const useArchive = (): {
  readonly setObjectiveArchived: (objective: ObjectiveView, archived: boolean) => void;
  readonly setKeyResultArchived: (keyResult: KeyResultView, archived: boolean) => void;
} => {
  const { showObjective } = usePage();

  const settle = (
    outcome: Outcome<ObjectiveView>,
    title: string,
    { undo, retry }: { readonly undo: (saved: ObjectiveView) => void; readonly retry: () => void },
  ): void => {
    if (!outcome.ok) {
      // What is looked at, and changed next, is what somebody else saved.
      if (outcome.error.current) showObjective(outcome.error.current as ObjectiveView);
      return showProblem(outcome.error, outcome.error.code === 'conflict' ? undefined : retry);
    }
    showObjective(outcome.value);
    showDone({ title, undo: () => undo(outcome.value) });
  };
  const ofObjective = async (id: ObjectiveId, expectedRevision: number, archived: boolean): Promise<void> =>
    settle(
      await archiveObjective({ id, expectedRevision, archived }),
      archived ? 'Objective archived' : 'Objective restored',
      {
        undo: (saved) => void ofObjective(id, saved.revision, !archived),
        retry: () => void ofObjective(id, expectedRevision, archived),
      },
    );
  const ofKeyResult = async (id: KeyResultId, expectedRevision: number, archived: boolean): Promise<void> =>
    settle(
      await archiveKeyResult({ id, expectedRevision, archived }),
      archived ? 'Key result archived' : 'Key result restored',
      {
        undo: (saved) => void ofKeyResult(id, revisionOf(saved, id), !archived),
        retry: () => void ofKeyResult(id, expectedRevision, archived),
      },
    );
  return {
    setObjectiveArchived: ({ id, revision }, archived) => void ofObjective(id, revision, archived),
    setKeyResultArchived: ({ id, revision }, archived) => void ofKeyResult(id, revision, archived),
  };
};

const revisionOf = ({ keyResults }: ObjectiveView, id: KeyResultId): number =>
  keyResults.find((keyResult) => keyResult.id === id)?.revision ?? 0;
