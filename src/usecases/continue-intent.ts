import { fail } from '../contract/outcome';
import type { ContinueIntent, IntentContinued } from '../contract/sprint-review';
import { addDays, dayOf, type IsoDate } from '../domain/dates';
import { periodOn, USUAL_RHYTHM } from '../domain/period';
import {
  MOST_ADVANCES,
  typedOf,
  withCarried,
  type CarriedInto,
  type IntentPlace,
} from '../domain/sprint-intent';
import { getSprint, listSprintsIn, sprintToPlan, type Sprint } from '../jira/boards';
import type { KeyResultId, ProjectId } from '../domain/ids';
import type { Caller } from '../platform/caller';
import { loadPlanningSettings } from '../storage/planning-settings';
import { findSprintIntent, saveSprintIntent } from '../storage/sprint-intents';
import { changeUntilKept } from './change-until-kept';
import { isNamed, sayIntent, type PlannedSprint } from './save-sprint-intent';
import { intentViewOf } from './sprint-intent-view';
import { plansBoard } from './sprint-planning-rights';

/** The sprint or period that comes after one, and what the caller may plan there. */
export type NextSprint = {
  readonly planned: PlannedSprint;
  readonly place: IntentPlace;
  readonly name: string;
  /** The day by which what moves there is to be visible. */
  readonly end: IsoDate;
};

/**
 * Who may say what comes next: whoever may plan for the board. The next sprint is the first that is to come or, where none
 * is, the one that runs. @throws `invalid` where there is no sprint after it.
 */
export const plansNext = async (
  caller: Caller,
  { after }: { readonly after: IntentPlace },
): Promise<NextSprint> => {
  if (after.kind === 'period') return nextPeriod(caller, after);
  const { boardId } = await getSprint(caller.jira, after.sprintId);
  if (boardId === null) {
    return fail({
      code: 'forbidden',
      message: 'This sprint belongs to no board, so nobody can be asked who may plan the next one.',
    });
  }
  const board = await plansBoard(caller, { boardId });
  const sprint = await nextSprint(caller, boardId, after.sprintId);
  return {
    planned: { ...board, sprint },
    place: { kind: 'sprint', sprintId: sprint.id },
    name: sprint.name,
    end: sprint.endDate ? dayOf(sprint.endDate) : addDays(caller.today, 14),
  };
};

/** Puts what is left of a movement into the next sprint's intent, once, below what was already said there. */
export const continueIntent = async (
  caller: Caller,
  { id, after, keyResultId, change, movement }: ContinueIntent,
  { planned, place, name, end }: NextSprint,
): Promise<IntentContinued> => {
  const advance = { keyResultId, change, movement, visibleBy: end };
  const into = place.kind === 'sprint' ? { ...place, name } : place;
  const { intent, visible } = await sayIntent(
    caller,
    { id, place, named: [advance] },
    planned,
    (before, seen) => {
      const said = before?.said.advances ?? [];
      if (said.some((one) => one.keyResultId === keyResultId)) return 'as-it-is';
      if (before?.earlier.some((one) => one.id === id)) {
        return refuseTakenOut({ into, intent: intentViewOf(before, seen), added: false });
      }
      if (said.length >= MOST_ADVANCES) return refuseMore(name);
      return [...said.filter((one) => isNamed(seen, one)).map(typedOf), advance];
    },
  );
  const added = intent.said.id === id;
  await noteCarried(after, planned.projectId, keyResultId, into);
  return { into, intent: intentViewOf(intent, visible), added };
};

/**
 * Notes in the intent that it came from where a gap went, so that its review can say so. An intent that was said for another
 * project is not the caller's to write to.
 */
const noteCarried = async (
  from: IntentPlace,
  projectId: ProjectId,
  id: KeyResultId,
  into: CarriedInto,
): Promise<void> => {
  const read = () => findSprintIntent(from);
  await changeUntilKept(
    await read(),
    read,
    ({ value }) => (value?.projectId === projectId ? withCarried(value, id, into) : null),
    async (noted, current) => noted === null || saveSprintIntent(noted, current),
  );
};

const nextPeriod = async (
  caller: Caller,
  { boardId, start }: Extract<IntentPlace, { readonly kind: 'period' }>,
): Promise<NextSprint> => {
  const board = await plansBoard(caller, { boardId });
  const rhythm = (await loadPlanningSettings(boardId)).value.rhythm ?? USUAL_RHYTHM;
  const next = periodOn(rhythm, addDays(periodOn(rhythm, start).end, 1));
  return {
    planned: { ...board, sprint: null },
    place: { kind: 'period', boardId, start: next.start },
    name: next.start,
    end: next.end,
  };
};

const nextSprint = async ({ jira }: Caller, boardId: number, after: number): Promise<Sprint> => {
  // Jira lists other boards' sprints too where they have work of this one: whoever plans there may.
  const others = async (state: Sprint['state']): Promise<Sprint[]> =>
    ((await listSprintsIn(jira, boardId, state)) ?? []).filter(
      (sprint) => sprint.id !== after && sprint.boardId === boardId,
    );
  const coming = sprintToPlan(await others('future'));
  if (coming) return coming;
  const [running] = await others('active');
  return (
    running ??
    fail({
      code: 'invalid',
      message:
        'There is no next sprint yet. Nothing was saved. Create one in the backlog, then carry this over.',
    })
  );
};

const refuseMore = (name: string): never =>
  fail({
    code: 'invalid',
    message: `No more key results fit: ${name} already advances ${MOST_ADVANCES}. Nothing was saved. Take one out in planning first.`,
  });

/** It was carried over, by this very call that is sent again, and somebody said otherwise since. */
const refuseTakenOut = (current: IntentContinued): never =>
  fail({
    code: 'conflict',
    message:
      'This was carried over, and somebody took it out again since. Nothing was changed. Carry it over anew if you still want it.',
    current,
  });
