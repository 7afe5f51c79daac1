import type { Outcome, Problem } from '../../src/contract/outcome';
import type { KeyResultView, ObjectiveView } from '../../src/contract/views';
import type { KeyResultId, ObjectiveId } from '../../src/domain/ids';
import { showDone, showProblem } from '../shared/platform';
import { afterUndecided } from '../shared/undecided';
import { usePage } from './page-context';
import { archiveKeyResult, archiveObjective } from './queries';

/** Archiving and bringing back, each with a way back in a flag. */
export const useArchive = (): {
  readonly setObjectiveArchived: (objective: ObjectiveView, archived: boolean) => void;
  readonly setKeyResultArchived: (keyResult: KeyResultView, archived: boolean) => void;
} => {
  const { showObjective, readAgain } = usePage();

  const settle = (outcome: Outcome<ObjectiveView>, title: string, ways: Ways, isUndecided: boolean): void => {
    if (outcome.ok) {
      showObjective(outcome.value);
      return showDone({ title, undo: () => ways.undo(outcome.value) });
    }
    const problem = afterUndecided(isUndecided, outcome.error);
    // What is looked at, and changed next, is what somebody else saved.
    if (problem.current) showObjective(problem.current as ObjectiveView);
    if (problem.undecided) readAgain();
    showProblem(problem, problem.code === 'conflict' ? undefined : () => ways.retry(problem));
  };
  const ofObjective = async (
    id: ObjectiveId,
    expectedRevision: number,
    archived: boolean,
    isUndecided = false,
  ): Promise<void> =>
    settle(
      await archiveObjective({ id, expectedRevision, archived }),
      archived ? 'Objective archived' : 'Objective restored',
      {
        undo: (saved) => void ofObjective(id, saved.revision, !archived),
        retry: ({ undecided }) => void ofObjective(id, expectedRevision, archived, undecided),
      },
      isUndecided,
    );
  const ofKeyResult = async (
    id: KeyResultId,
    expectedRevision: number,
    archived: boolean,
    isUndecided = false,
  ): Promise<void> =>
    settle(
      await archiveKeyResult({ id, expectedRevision, archived }),
      archived ? 'Key result archived' : 'Key result restored',
      {
        undo: (saved) => void ofKeyResult(id, revisionOf(saved, id), !archived),
        retry: ({ undecided }) => void ofKeyResult(id, expectedRevision, archived, undecided),
      },
      isUndecided,
    );
  return {
    setObjectiveArchived: ({ id, revision }, archived) => void ofObjective(id, revision, archived),
    setKeyResultArchived: ({ id, revision }, archived) => void ofKeyResult(id, revision, archived),
  };
};

const revisionOf = ({ keyResults }: ObjectiveView, id: KeyResultId): number =>
  keyResults.find((keyResult) => keyResult.id === id)?.revision ?? 0;

/** What can be done once an archiving has come to something, or to nothing. */
type Ways = {
  readonly undo: (saved: ObjectiveView) => void;
  readonly retry: (problem: Problem) => void;
};
