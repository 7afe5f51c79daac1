import type { Sprint } from '../../jira/model';
import { CLOSED_SPRINTS, isoMoment, momentOn, SPRINT_DAYS, sprintDay, type Calendar } from './calendar';

/** A team's sprints, oldest first: ten closed, the active one, and one to come. */
export const sprintsOf = (
  calendar: Calendar,
  boardId: number,
  prefix: string,
  goals: readonly string[],
): Sprint[] =>
  Array.from({ length: CLOSED_SPRINTS + 2 }, (_, index) => {
    const day = sprintDay(calendar, index);
    const state = index < CLOSED_SPRINTS ? 'closed' : index === CLOSED_SPRINTS ? 'active' : 'future';
    return {
      id: boardId * 100 + index + 1,
      name: `${prefix} ${FIRST_NUMBER + index}`,
      state,
      startDate: isoMoment(momentOn(day, 9, 30)),
      endDate: isoMoment(momentOn(day + SPRINT_DAYS, 8, 0)),
      // Closed on the Monday morning before the next one starts, a little after it was meant to end.
      completeDate:
        state === 'closed' ? isoMoment(momentOn(day + SPRINT_DAYS, 8, 10 + ((index * 7) % 45))) : null,
      goal: goals[index % goals.length] ?? null,
      originBoardId: boardId,
    };
  });

const FIRST_NUMBER = 21;
