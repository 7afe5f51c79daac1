import { fail } from '../contract/outcome';
import type { SaveVerdict, VerdictSaved } from '../contract/sprint-review';
import { dayOf, type IsoDate } from '../domain/dates';
import { beginsPeriod, periodOn, USUAL_RHYTHM } from '../domain/period';
import type { IntentPlace } from '../domain/sprint-intent';
import type { KeyResultId } from '../domain/ids';
import { verdictOn, withVerdict, type GivenVerdict, type Learnings } from '../domain/verdict';
import { getBoard, getSprint, type Board, type Sprint } from '../jira/boards';
import type { Caller } from '../platform/caller';
import { loadLearnings, saveLearnings } from '../storage/learnings';
import { loadPlanningSettings } from '../storage/planning-settings';
import { changeUntilKept } from './change-until-kept';
import { getKeyResult } from './get-objective';
import { mayCheckIn, rightsFor } from './rights';
import { plansBoard } from './sprint-planning-rights';

/**
 * Who may say what came of a sprint: whoever may check in on the key result, and whoever may plan for the board. The sprint
 * and its board are read again as the caller. The key result's cycle may be closed: its last sprint is reviewed after it.
 *
 * @returns The day on which the sprint or period ended, or today while it runs.
 */
export const givesVerdict = async (
  caller: Caller,
  { keyResultId, place }: { readonly keyResultId: KeyResultId; readonly place: IntentPlace },
): Promise<IsoDate> => {
  const { objective, keyResult } = await getKeyResult(caller, keyResultId);
  const { boardId, endedOn } = await readPlace(caller, place);
  const rights = await rightsFor(caller, objective.value.scope);
  if (!mayCheckIn(caller, rights, objective.value, keyResult)) {
    await plansBoard(caller, { boardId: boardId ?? refuseBoardless() });
  }
  return endedOn();
};

/** Says, or takes back, what a sprint showed of the hypothesis behind its work. Verdicts on other sprints merge. */
export const saveVerdict = async (
  caller: Caller,
  { keyResultId, place, expectedSavedAt, verdict, learning }: SaveVerdict,
  endedOn: IsoDate,
): Promise<VerdictSaved> => {
  const read = async () => (await loadLearnings([keyResultId]))[0]!;
  const given: GivenVerdict | null = verdict && {
    place,
    endedOn,
    verdict,
    learning,
    savedAt: caller.now,
  };
  const changed = await changeUntilKept(
    await read(),
    read,
    ({ value }) => {
      const before = verdictOn(value.verdicts, place);
      if (isSame(before, given)) return value;
      if ((before?.savedAt ?? null) !== expectedSavedAt) return refuseChanged(value);
      return { keyResultId, verdicts: withVerdict(value.verdicts, place, given) };
    },
    async (wanted, current) => wanted === current.value || saveLearnings(wanted, current),
  );
  return changed;
};

type ReviewedPlace = {
  readonly boardId: number | null;
  /** Asked once it is known that the caller may: it says why there can be no verdict yet. */
  readonly endedOn: () => IsoDate | Promise<IsoDate>;
};

const readPlace = async (caller: Caller, place: IntentPlace): Promise<ReviewedPlace> => {
  if (place.kind === 'sprint') {
    const sprint = await getSprint(caller.jira, place.sprintId);
    return { boardId: sprint.boardId, endedOn: () => endOfSprint(caller, sprint) };
  }
  const board = await getBoard(caller.jira, place.boardId);
  return { boardId: board.id, endedOn: () => endOfPeriod(caller, board, place.start) };
};

const refuseBoardless = (): never =>
  fail({
    code: 'forbidden',
    message: 'This sprint belongs to no board, so nobody can be asked who may give a verdict on it.',
  });

const endOfSprint = ({ today }: Caller, { state, completeDate, endDate }: Sprint): IsoDate => {
  if (state === 'future') refuse('This sprint has not started.');
  const over = state === 'closed' ? (completeDate ?? endDate) : null;
  return over ? dayOf(over) : today;
};

const endOfPeriod = async ({ today }: Caller, { id, type }: Board, start: IsoDate): Promise<IsoDate> => {
  if (type === 'scrum') refuse('This board has sprints.');
  const rhythm = (await loadPlanningSettings(id)).value.rhythm ?? USUAL_RHYTHM;
  if (!beginsPeriod(rhythm, start)) refuse('No period of this board begins on that day.');
  if (start > today) refuse('This period has not begun.');
  const { end } = periodOn(rhythm, start);
  return end < today ? end : today;
};

const refuse = (why: string): never =>
  fail({ code: 'invalid', message: `${why} Nothing was saved. Reload to see what can be reviewed.` });

/** A verdict that was sent again, or taken back twice. */
const isSame = (before: GivenVerdict | null, given: GivenVerdict | null): boolean =>
  before === null || given === null
    ? before === given
    : before.verdict === given.verdict && before.learning === given.learning;

const refuseChanged = ({ keyResultId, verdicts }: Learnings): never =>
  fail({
    code: 'conflict',
    message:
      'Somebody else gave another verdict here meanwhile. Theirs is kept; look at it and save yours again if you still want it.',
    current: { keyResultId, verdicts } satisfies VerdictSaved,
  });
