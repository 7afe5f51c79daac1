import type { JiraCaller } from '../seams';
import { entryOf } from './issue-index';
import type { Board, Sprint } from './model';
import { browsing, holdsInProject, projectOf } from './permissions';
import type { JiraState } from './state';

/** Whether the caller may see a board: who may browse its project, and one of no project whoever is logged in. */
export const seesBoard = (state: JiraState, caller: JiraCaller, { projectId }: Board): boolean =>
  projectId === null
    ? caller.as !== 'anonymous'
    : holdsInProject(state, caller, 'BROWSE_PROJECTS', projectOf(state, projectId));

/** Whether the caller may see a sprint: its board, or an issue in it. A sprint of nobody's is everybody's. */
export const seesSprint = (state: JiraState, caller: JiraCaller, sprint: Sprint): boolean => {
  if (caller.as === 'anonymous') return false;
  const board = state.site.boards.find(({ id }) => id === sprint.originBoardId);
  if (!board || seesBoard(state, caller, board)) return true;
  const mayBrowse = browsing(state, caller);
  return [...state.issues.under(entryOf.sprint(sprint.id))].some(mayBrowse);
};
