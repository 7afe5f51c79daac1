import type { Sprint } from './model';
import type { JiraState } from './state';

type Json = Record<string, unknown>;

/** A sprint as the agile API shows it; dates it does not have yet are absent. */
export const sprintJson = (state: JiraState, sprint: Sprint): Json => ({
  id: sprint.id,
  self: state.link(`/rest/agile/1.0/sprint/${sprint.id}`),
  state: sprint.state,
  name: sprint.name,
  ...datesOf(sprint),
  ...(sprint.originBoardId === null ? {} : { originBoardId: sprint.originBoardId }),
  goal: sprint.goal ?? '',
});

/** A sprint as an issue's sprint field holds it. */
export const sprintInFieldJson = (sprint: Sprint): Json => ({
  id: sprint.id,
  name: sprint.name,
  state: sprint.state,
  ...(sprint.originBoardId === null ? {} : { boardId: sprint.originBoardId }),
  goal: sprint.goal ?? '',
  ...datesOf(sprint),
});

const datesOf = ({ startDate, endDate, completeDate }: Sprint): Json => ({
  ...(startDate === null ? {} : { startDate }),
  ...(endDate === null ? {} : { endDate }),
  ...(completeDate === null ? {} : { completeDate }),
});
