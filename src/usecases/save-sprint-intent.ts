import { fail } from '../contract/outcome';
import type { IntentSaved, SaveSprintIntent } from '../contract/sprint-planning';
import { objectiveIdOf, type KeyResultId } from '../domain/ids';
import { currentValue, type KeyResult, type Objective } from '../domain/objective';
import { beginsPeriod, USUAL_RHYTHM } from '../domain/period';
import { saidAnew, withValues, type Advance, type SprintIntent } from '../domain/sprint-intent';
import type { Sprint } from '../jira/boards';
import type { Caller } from '../platform/caller';
import { loadObjectives } from '../storage/objectives';
import { loadPlanningSettings } from '../storage/planning-settings';
import { findSprintIntent, saveSprintIntent as save } from '../storage/sprint-intents';
import { changeUntilKept } from './change-until-kept';
import { intentViewOf } from './sprint-intent-view';
import type { PlannedBoard } from './sprint-planning-rights';

/**
 * Says what a sprint or period is to move, with the values that its key results have now. What was said before is kept.
 * A saying that is sent again is found by its id and not said twice.
 */
export const saveSprintIntent = async (
  caller: Caller,
  { id, place, expectedRevision, advances: typed }: SaveSprintIntent,
  { board, projectId, sprint }: PlannedBoard & { readonly sprint: Sprint | null },
): Promise<IntentSaved> => {
  if (place.kind === 'sprint') refuseClosed(sprint);
  else await checkPeriod(place, board.type);
  const read = () => findSprintIntent(place);
  const first = await read();
  const ids = [...typed, ...advancesIn(first.value)].map(({ keyResultId }) => keyResultId);
  const objectives = (await loadObjectives(ids.map(objectiveIdOf))).map(({ value }) => value);
  // Whoever plans a project browses it, and so sees its OKRs also where they are restricted.
  const visible = objectives.filter(({ scope }) => scope.type === 'company' || scope.projectId === projectId);
  const intent = await changeUntilKept(
    first,
    read,
    ({ value: before }) => {
      if (before?.said.id === id) return before;
      if ((before?.revision ?? null) !== expectedRevision) return refuseChanged(before, visible);
      const valueOf = choosable(visible, before);
      const said = before?.said.advances ?? [];
      // What the caller may not see they can neither repeat nor take away.
      const advances = [...withValues(typed, said, valueOf), ...said.filter((one) => !isNamed(visible, one))];
      return saidAnew(before, { id, savedAt: caller.now, advances }, { place, projectId });
    },
    async (changed, current) => changed === current.value || save(changed, current),
  );
  return { intent: intentViewOf(intent, visible) };
};

const advancesIn = (intent: SprintIntent | null) =>
  intent ? [intent.said, ...intent.earlier].flatMap(({ advances }) => advances) : [];

const isNamed = (visible: readonly Objective[], { keyResultId }: Advance): boolean =>
  visible.some(({ keyResults }) => keyResults.some(({ id }) => id === keyResultId));

const refuseClosed = (sprint: Sprint | null): void => {
  if (sprint?.state !== 'closed') return;
  fail({
    code: 'invalid',
    message: 'This sprint is closed, so what was said of it stays as it is. Plan a sprint that is to come.',
  });
};

const checkPeriod = async (
  place: { readonly boardId: number; readonly start: Parameters<typeof beginsPeriod>[1] },
  type: PlannedBoard['board']['type'],
): Promise<void> => {
  if (type === 'scrum') {
    fail({ code: 'invalid', message: 'This board has sprints. Choose one of them and say its intent.' });
  }
  const { rhythm } = (await loadPlanningSettings(place.boardId)).value;
  if (!beginsPeriod(rhythm ?? USUAL_RHYTHM, place.start)) {
    fail({
      code: 'invalid',
      message:
        'No period of this board begins on that day: its rhythm was changed. Reload to see its periods.',
    });
  }
};

/** The value of a key result that may be chosen here; throws for others. */
const choosable = (visible: readonly Objective[], before: SprintIntent | null) => {
  const kept = new Set(before?.said.advances.map(({ keyResultId }) => keyResultId));
  return (id: KeyResultId): number => {
    const objective = visible.find((one) => one.id === objectiveIdOf(id));
    const keyResult = objective?.keyResults.find((one) => one.id === id);
    if (!objective || !keyResult) {
      return fail({
        code: 'not-found',
        message:
          'A key result you chose is not there any more, or is another team’s. Nothing was saved. Choose one of the company’s or this project’s.',
      });
    }
    return isArchived(objective, keyResult) && !kept.has(id) ? refuseArchived() : currentValue(keyResult);
  };
};

const isArchived = (objective: Objective, keyResult: KeyResult): boolean =>
  objective.archived || keyResult.archived;

const refuseArchived = (): never =>
  fail({
    code: 'invalid',
    message: 'A key result you chose is archived. Nothing was saved. Choose another one.',
  });

const refuseChanged = (before: SprintIntent | null, visible: readonly Objective[]): never =>
  fail({
    code: 'conflict',
    message:
      'Somebody else said something else here meanwhile. Theirs is kept; look at it and save yours again if you still want it.',
    ...(before ? { current: { intent: intentViewOf(before, visible) } satisfies IntentSaved } : {}),
  });
