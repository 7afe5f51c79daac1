import type { LoadSprintReview, SprintReviewView } from '../contract/sprint-review';
import { inOrder, summaryOf, type CheckInSummary } from '../domain/check-in';
import { objectiveIdOf } from '../domain/ids';
import type { Objective } from '../domain/objective';
import type { Caller } from '../platform/caller';
import { loadCheckIns } from '../storage/check-ins';
import { loadObjectives } from '../storage/objectives';
import { loadPlan } from '../storage/plan';
import { visibleOf } from './rights';

/**
 * The values behind a sprint review: objectives that the sprint's issues serve and the project's own of the cycles that
 * the sprint lies in, with their check-ins. One storage operation for each objective beside the first two or three.
 */
export const loadSprintReview = async (
  caller: Caller,
  payload: LoadSprintReview,
): Promise<SprintReviewView> => {
  const { projectId, start, end, keyResultIds } = payload;
  const plan = await loadPlan(projectId);
  const cycles = plan.calendar.value.filter(
    (cycle) => cycle.state !== 'draft' && cycle.startDate <= end && start <= cycle.endDate,
  );
  const own = plan.team.value.entries.filter(({ cycleId }) => cycles.some(({ id }) => id === cycleId));
  const found = await loadObjectives([
    ...keyResultIds.map(objectiveIdOf),
    ...own.map(({ objectiveId }) => objectiveId),
  ]);
  const served = ({ keyResults }: Objective): boolean =>
    keyResults.some(({ id }) => keyResultIds.includes(id));
  const objectives = await visibleOf(
    caller,
    found.map(({ value }) => value).filter((objective) => !objective.archived || served(objective)),
  );
  return {
    today: caller.today,
    objectives,
    cycles: plan.calendar.value.filter(({ id }) => objectives.some(({ cycleId }) => cycleId === id)),
    checkIns: Object.fromEntries((await Promise.all(objectives.map(historyOf))).flat()),
  };
};

/** Check-ins by key result; the newest is taken from the objective, since a query may not know it yet. */
const historyOf = async (objective: Objective): Promise<[string, readonly CheckInSummary[]][]> => {
  const checkIns = objective.keyResults.length > 0 ? await loadCheckIns(objective.id) : [];
  return objective.keyResults.map(({ id, latest }) => {
    const own = checkIns.filter(({ keyResultId }) => keyResultId === id).map(summaryOf);
    const known = latest === null || own.some((checkIn) => checkIn.id === latest.id);
    return [id, inOrder(known ? own : [...own, latest])];
  });
};
