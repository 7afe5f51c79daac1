import { fail } from '../contract/outcome';
import type { IntentSaved, SaveSprintIntent } from '../contract/sprint-planning';
import { objectiveIdOf, type KeyResultId, type SprintIntentId } from '../domain/ids';
import { currentValue, type KeyResult, type Objective } from '../domain/objective';
import { beginsPeriod, USUAL_RHYTHM } from '../domain/period';
import {
  saidAnew,
  withValues,
  type Advance,
  type IntentPlace,
  type SprintIntent,
  type TypedAdvance,
} from '../domain/sprint-intent';
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
  { id, place, expectedRevision, advances }: SaveSprintIntent,
  planned: PlannedSprint,
): Promise<IntentSaved> => {
  const { intent, visible } = await sayIntent(
    caller,
    { id, place, named: advances },
    planned,
    (before, seen) =>
      (before?.revision ?? null) === expectedRevision ? advances : refuseChanged(before, seen),
  );
  return { intent: intentViewOf(intent, visible) };
};

/** Where an intent is said, as `plansSprint` found it. */
export type PlannedSprint = PlannedBoard & { readonly sprint: Sprint | null };

/**
 * The same with advances that `decide` makes of what was said before, as far as the caller may see it; `before` itself
 * leaves it as it is. Whoever was quicker is read and `decide` asked again.
 */
export const sayIntent = async (
  caller: Caller,
  {
    id,
    place,
    named,
  }: { readonly id: SprintIntentId; readonly place: IntentPlace; readonly named: readonly TypedAdvance[] },
  { board, projectId, sprint }: PlannedSprint,
  decide: (
    before: SprintIntent | null,
    visible: readonly Objective[],
  ) => readonly TypedAdvance[] | 'as-it-is',
): Promise<{ readonly intent: SprintIntent; readonly visible: readonly Objective[] }> => {
  if (place.kind === 'sprint') refuseClosed(sprint);
  else await checkPeriod(place, board.type);
  const read = () => findSprintIntent(place);
  const first = await read();
  const ids = [...named, ...advancesIn(first.value)].map(({ keyResultId }) => keyResultId);
  const objectives = (await loadObjectives(ids.map(objectiveIdOf))).map(({ value }) => value);
  // Whoever plans a project browses it, and so sees its OKRs also where they are restricted.
  const visible = objectives.filter(({ scope }) => scope.type === 'company' || scope.projectId === projectId);
  const intent = await changeUntilKept(
    first,
    read,
    ({ value: before }) => {
      if (before?.said.id === id) return before;
      const typed = decide(before, visible);
      if (typed === 'as-it-is' && before) return before;
      const valueOf = choosable(visible, before);
      const said = before?.said.advances ?? [];
      // What the caller may not see they can neither repeat nor take away.
      const kept = said.filter((one) => !isNamed(visible, one));
      const advances = [...withValues(typed === 'as-it-is' ? [] : typed, said, valueOf), ...kept];
      return saidAnew(before, { id, savedAt: caller.now, advances }, { place, projectId });
    },
    async (changed, current) => changed === current.value || save(changed, current),
  );
  return { intent, visible };
};

const advancesIn = (intent: SprintIntent | null) =>
  intent ? [intent.said, ...intent.earlier].flatMap(({ advances }) => advances) : [];

/** Whether the caller may see what a saying names. */
export const isNamed = (visible: readonly Objective[], { keyResultId }: Advance): boolean =>
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
