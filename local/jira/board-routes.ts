import { badRequest, jiraError } from './http-error';
import type { Board } from './model';
import { PAGE_PARAMETERS, pageOf } from './paging';
import { getProject } from './permissions';
import { listParameter } from './query';
import { ok, param, type Answer, type Call, type Route } from './route';
import { sprintJson } from './sprint-json';
import { seesBoard } from './sprint-visibility';
import { boardConfigurationJson, boardJson } from './board-json';

export const BOARD_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/agile/1.0/board',
    query: [...PAGE_PARAMETERS, 'projectKeyOrId', 'type', 'name'],
    run: (call) => listBoards(call),
  },
  {
    method: 'GET',
    path: '/rest/agile/1.0/board/{board}',
    run: (call) => ok(boardJson(call.state, getBoard(call))),
  },
  {
    method: 'GET',
    path: '/rest/agile/1.0/board/{board}/configuration',
    run: (call) => ok(boardConfigurationJson(call.state, getBoard(call))),
  },
  {
    method: 'GET',
    path: '/rest/agile/1.0/board/{board}/sprint',
    query: [...PAGE_PARAMETERS, 'state'],
    run: (call) => listSprints(call),
  },
];

/** The board that the path names. @throws 404 when there is none or the caller may not see it. */
export const getBoard = (call: Call): Board => {
  const id = Number(param(call, 'board'));
  const board = call.state.site.boards.find((each) => each.id === id);
  if (!board || !seesBoard(call.state, call.caller, board)) {
    throw jiraError(
      404,
      `The requested board cannot be viewed because it either does not exist or you do not have permission to view it.`,
    );
  }
  return board;
};

const listBoards = (call: Call): Answer => {
  const { state, caller, query } = call;
  const asked = query.get('projectKeyOrId');
  const project = asked === null ? null : getProject(call, asked);
  const types = listParameter(call, 'type');
  const name = (query.get('name') ?? '').toLowerCase();
  const found = state.site.boards
    .filter((board) => seesBoard(state, caller, board))
    .filter((board) => project === null || board.projectId === project.id)
    .filter((board) => types?.includes(board.type) ?? true)
    .filter((board) => board.name.toLowerCase().includes(name));
  const page = pageOf(call, found, { size: 50, most: 50 });
  return ok({ ...page, values: page.values.map((board) => boardJson(state, board)) });
};

const STATES = ['closed', 'active', 'future'] as const;

const listSprints = (call: Call): Answer => {
  const board = getBoard(call);
  if (board.type === 'kanban') throw badRequest('The board does not support sprints');
  const states = listParameter(call, 'state');
  const unknown = states?.find((state) => !STATES.some((known) => known === state));
  if (unknown !== undefined) throw badRequest(`The sprint state '${unknown}' is not valid.`);
  const found = call.state.site.sprints
    .filter(({ originBoardId }) => originBoardId === board.id)
    .filter(({ state }) => states?.includes(state) ?? true)
    .sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || a.id - b.id);
  const page = pageOf(call, found, { size: 50, most: 50 });
  return ok({ ...page, values: page.values.map((sprint) => sprintJson(call.state, sprint)) });
};
