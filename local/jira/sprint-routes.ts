import * as v from 'valibot';
import { readBody } from './body';
import { badRequest, jiraError } from './http-error';
import type { Sprint } from './model';
import { holdsInProject, projectOf } from './permissions';
import { tellOfSprint } from './product-events';
import { propertyRoutes } from './property-routes';
import { ok, param, type Answer, type Call, type Route } from './route';
import { sprintJson } from './sprint-json';
import { seesBoard, seesSprint } from './sprint-visibility';

const ONE = '/rest/agile/1.0/sprint/{sprint}';

export const SPRINT_ROUTES: readonly Route[] = [
  { method: 'GET', path: ONE, run: (call) => ok(sprintJson(call.state, getSprint(call))) },
  { method: 'POST', path: ONE, run: (call) => updateSprint(call, readBody(call, sprintChanges)) },
  {
    method: 'PUT',
    path: ONE,
    // A full update: whatever is not sent is cleared.
    run: (call) => updateSprint(call, { ...CLEARED, ...readBody(call, wholeSprint) }),
  },
  { method: 'POST', path: '/rest/agile/1.0/sprint', run: (call) => createSprint(call) },
  ...propertyRoutes({
    path: `${ONE}/properties`,
    anonymous: false,
    read: (call) => getSprint(call).properties ?? {},
    replace: (call, properties) => {
      getSprint(call).properties = properties;
      call.state.changed('sprint', param(call, 'sprint'));
    },
    checkWrite: (call) => checkManages(call, getSprint(call).originBoardId),
  }),
];

/** The sprint that the path names. @throws 404 when there is none or the caller may not see it. */
export const getSprint = (call: Call): Sprint => {
  const sprint = call.state.site.sprints.find(({ id }) => String(id) === param(call, 'sprint'));
  if (!sprint || !seesSprint(call.state, call.caller, sprint)) {
    throw jiraError(404, 'Sprint does not exist or you do not have permission to view it.');
  }
  return sprint;
};

const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'A sprint needs a name.'), v.maxLength(30));
const moment = v.nullable(
  v.pipe(
    v.string(),
    v.check((text) => !Number.isNaN(Date.parse(text)), 'This is not a date.'),
    v.transform((text) => new Date(text).toISOString()),
  ),
);

const changeable = {
  id: v.optional(v.number()),
  self: v.optional(v.string()),
  originBoardId: v.optional(v.number()),
  createdDate: v.optional(v.string()),
  completeDate: v.optional(v.string()),
  startDate: v.optional(moment),
  endDate: v.optional(moment),
  goal: v.optional(v.nullable(v.string())),
};
const states = v.picklist(['future', 'active', 'closed']);
const sprintChanges = v.strictObject({ ...changeable, name: v.optional(name), state: v.optional(states) });
const wholeSprint = v.strictObject({ ...changeable, name, state: states });
type SprintChanges = v.InferOutput<typeof sprintChanges>;

const CLEARED = { startDate: null, endDate: null, goal: null } as const;

const updateSprint = (call: Call, changes: SprintChanges): Answer => {
  const sprint = getSprint(call);
  checkManages(call, sprint.originBoardId);
  if (sprint.state === 'closed') throw badRequest('A closed sprint cannot be updated.');
  const { startDate = sprint.startDate, endDate = sprint.endDate, goal = sprint.goal } = changes;
  checkDates(startDate, endDate);
  const after = changes.state ?? sprint.state;
  checkMove(sprint.state, after, startDate !== null && endDate !== null);
  const before = { ...sprint };
  Object.assign(sprint, { name: changes.name ?? sprint.name, startDate, endDate, goal, state: after });
  if (after === 'closed') sprint.completeDate = call.state.now().toISOString();
  call.state.changed('sprint', String(sprint.id), tellOfSprint(call.caller, sprint, before));
  return ok(sprintJson(call.state, sprint));
};

const checkMove = (before: Sprint['state'], after: Sprint['state'], dated: boolean): void => {
  if (before === after) return;
  const starts = before === 'future' && after === 'active';
  if (!starts && !(before === 'active' && after === 'closed')) {
    throw badRequest(`A sprint cannot go from ${before} to ${after}.`);
  }
  if (starts && !dated) throw badRequest('A sprint needs a start date and an end date before it can start.');
};

const checkDates = (startDate: string | null, endDate: string | null): void => {
  if (startDate !== null && endDate !== null && startDate >= endDate) {
    throw badRequest("The sprint's start date must be before its end date.");
  }
};

const newSprint = v.strictObject({
  name,
  originBoardId: v.number(),
  startDate: v.optional(moment, null),
  endDate: v.optional(moment, null),
  goal: v.optional(v.nullable(v.string()), null),
});

const createSprint = (call: Call): Answer => {
  const { state, caller } = call;
  const wanted = readBody(call, newSprint);
  const board = state.site.boards.find(({ id }) => id === wanted.originBoardId);
  if (!board || !seesBoard(state, caller, board)) throw jiraError(404, 'There is no such board.');
  if (board.type === 'kanban') throw badRequest('The board does not support sprints');
  checkManages(call, board.id);
  checkDates(wanted.startDate, wanted.endDate);
  const id = 1 + state.site.sprints.reduce((highest, sprint) => Math.max(highest, sprint.id), 0);
  const sprint: Sprint = { id, state: 'future', completeDate: null, ...wanted };
  state.site.sprints.push(sprint);
  state.changed('sprint', String(id), tellOfSprint(caller, sprint, null));
  return { status: 201, body: sprintJson(state, sprint) };
};

/** @throws 403 unless the caller may manage the board's sprints. */
const checkManages = ({ state, caller }: Call, boardId: number | null): void => {
  const projectId = state.site.boards.find(({ id }) => id === boardId)?.projectId ?? null;
  const may =
    projectId !== null &&
    holdsInProject(state, caller, 'MANAGE_SPRINTS_PERMISSION', projectOf(state, projectId));
  if (!may) throw jiraError(403, 'You do not have permission to manage the sprints of this board.');
};
