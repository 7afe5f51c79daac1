import type { LoadReviewedKeyResults, ReviewedKeyResults } from '../contract/sprint-review';
import type { ObjectiveView } from '../contract/views';
import { inOrder, summaryOf, type CheckInSummary } from '../domain/check-in';
import type { Cycle } from '../domain/cycle';
import { objectiveIdOf, type KeyResultId } from '../domain/ids';
import type { Objective } from '../domain/objective';
import type { Caller } from '../platform/caller';
import { loadCheckIns } from '../storage/check-ins';
import { loadLearnings } from '../storage/learnings';
import { loadObjectives } from '../storage/objectives';
import { loadPlan } from '../storage/plan';
import { readReviewGrants, type ReviewGrants } from './review-grants';
import { unchangeable, viewOf } from './rights';

/** Key results of other teams that live work serves: unknown and hidden ones look the same. */
export const loadReviewedKeyResults = async (
  caller: Caller,
  { keyResultIds }: LoadReviewedKeyResults,
): Promise<ReviewedKeyResults> => {
  const [plan, found] = await Promise.all([loadPlan(null), loadObjectives(keyResultIds.map(objectiveIdOf))]);
  const objectives = found.map(({ value }) => value);
  const grants = await readReviewGrants(caller, { projectIds: [], objectives, issueIds: [] });
  return reviewedKeyResults(caller, grants, plan.calendar.value, objectives, keyResultIds);
};

/**
 * The objectives that the caller may see, archived ones only where a key result of theirs is named, with the check-ins and
 * learnings of their key results. One storage operation for each objective, and one for each 25 key results.
 */
export const reviewedKeyResults = async (
  caller: Caller,
  grants: ReviewGrants,
  cycles: readonly Cycle[],
  found: readonly Objective[],
  named: readonly KeyResultId[],
): Promise<ReviewedKeyResults> => {
  const isNamed = ({ keyResults }: Objective): boolean => keyResults.some(({ id }) => named.includes(id));
  const objectives = found
    .filter(({ scope }) => grants.sees(scope))
    .filter((objective) => !objective.archived || isNamed(objective));
  const keyResultIds = objectives.flatMap(({ keyResults }) => keyResults.map(({ id }) => id));
  const [learnings, histories] = await Promise.all([
    loadLearnings(keyResultIds),
    Promise.all(objectives.map(historyOf)),
  ]);
  const isOpen = ({ cycleId }: Objective): boolean =>
    cycles.some(({ id, state }) => id === cycleId && state !== 'closed');
  return {
    objectives: objectives.map((objective): ObjectiveView => {
      const view = viewOf(caller, grants.rightsIn(objective.scope), objective);
      return isOpen(objective) ? view : unchangeable(view);
    }),
    cycles: cycles.filter(({ id }) => objectives.some(({ cycleId }) => cycleId === id)),
    checkIns: Object.fromEntries(histories.flat()),
    learnings: Object.fromEntries(
      learnings
        .map(({ value }) => value)
        .filter(({ verdicts }) => verdicts.length > 0)
        .map(({ keyResultId, verdicts }) => [keyResultId, verdicts]),
    ),
  };
};

/** Check-ins by key result; the newest is taken from the objective, since a query may not know it yet. */
const historyOf = async (objective: Objective): Promise<[string, readonly CheckInSummary[]][]> => {
  const checkIns = objective.keyResults.length > 0 ? await loadCheckIns(objective.id) : [];
  return objective.keyResults.map(({ id, latest }) => {
    const own = checkIns.filter(({ keyResultId }) => keyResultId === id).map(summaryOf);
    const isKnown = latest === null || own.some((checkIn) => checkIn.id === latest.id);
    return [id, inOrder(isKnown ? own : [...own, latest])];
  });
};
