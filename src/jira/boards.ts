import * as v from 'valibot';
import { problemOf } from '../contract/outcome';
import { expectDone, JSON_HEADERS, readReply, type JiraApi } from './jira-api';

export type Board = {
  readonly id: number;
  readonly name: string;
  readonly type: 'scrum' | 'kanban' | 'simple';
  /** The project the board belongs to, where Jira says so. */
  readonly projectId: string | null;
};

export type Sprint = {
  readonly id: number;
  readonly name: string;
  readonly state: 'future' | 'active' | 'closed';
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly completeDate: string | null;
  readonly goal: string | null;
  readonly boardId: number | null;
};

const PAGE = 50;

/** Boards that the caller may see: a project's, or with `null` the whole site's first 50. */
export const listBoards = async (
  { requestJira, route }: JiraApi,
  projectId: string | null,
): Promise<Board[]> => {
  const response =
    projectId === null
      ? await requestJira(route`/rest/agile/1.0/board?maxResults=${PAGE}`, { method: 'GET' })
      : await requestJira(route`/rest/agile/1.0/board?projectKeyOrId=${projectId}&maxResults=${PAGE}`, {
          method: 'GET',
        });
  return (await readReply(response, boardsReply, 'the boards')).values.map(toBoard);
};

/** Scrum boards of the whole site, 50 at a time; `next` is where the following ones begin, `null` after the last. */
export const listScrumBoards = async (
  { requestJira, route }: JiraApi,
  startAt: number,
): Promise<{ readonly boards: readonly Board[]; readonly next: number | null }> => {
  const response = await requestJira(
    route`/rest/agile/1.0/board?type=scrum&startAt=${startAt}&maxResults=${PAGE}`,
    { method: 'GET' },
  );
  const { values, isLast } = await readReply(response, boardsReply, 'the boards');
  const isOver = isLast !== false || values.length === 0;
  return { boards: values.map(toBoard), next: isOver ? null : startAt + values.length };
};

/** Boards that the caller may see whose name holds what was typed, at most 50. */
export const searchBoards = async ({ requestJira, route }: JiraApi, name: string): Promise<Board[]> => {
  const response = await requestJira(route`/rest/agile/1.0/board?name=${name}&maxResults=${PAGE}`, {
    method: 'GET',
  });
  return (await readReply(response, boardsReply, 'the boards')).values.map(toBoard);
};

export const getBoard = async ({ requestJira, route }: JiraApi, boardId: number): Promise<Board> => {
  const response = await requestJira(route`/rest/agile/1.0/board/${boardId}`, { method: 'GET' });
  return toBoard(await readReply(response, boardReply, 'this board'));
};

/**
 * The field that holds a board's estimates, or `null` where it has none ("not estimated").
 * Who may not see the configuration learns of no field.
 */
export const findEstimationField = async (
  { requestJira, route }: JiraApi,
  boardId: number,
): Promise<string | null> => {
  const response = await requestJira(route`/rest/agile/1.0/board/${boardId}/configuration`, {
    method: 'GET',
  });
  if (response.status === 403 || response.status === 404) return null;
  const { estimation } = await readReply(response, configurationReply, "the board's configuration");
  return estimation?.type === 'field' ? (estimation.field?.fieldId ?? null) : null;
};

/** Every sprint of a board, newest first: active, then future, then closed by their end. Empty for boards without sprints. */
export const listSprints = async ({ requestJira, route }: JiraApi, boardId: number): Promise<Sprint[]> => {
  const sprints: Sprint[] = [];
  for (let startAt = 0, last = false; !last; startAt = sprints.length) {
    const response = await requestJira(
      route`/rest/agile/1.0/board/${boardId}/sprint?startAt=${startAt}&maxResults=${PAGE}`,
      { method: 'GET' },
    );
    // Jira answers 400 for a board that does not support sprints.
    if (response.status === 400) return [];
    const page = await readReply(response, sprintsReply, "the board's sprints");
    sprints.push(...page.values.map(toSprint));
    last = page.isLast || page.values.length === 0;
  }
  return sprints.sort(newestFirst);
};

/** A board's sprints in a state, in Jira's order; `null` for boards without sprints. One request each 50. */
export const listSprintsIn = async (
  { requestJira, route }: JiraApi,
  boardId: number,
  state: Sprint['state'],
): Promise<Sprint[] | null> => {
  const sprints: Sprint[] = [];
  for (let startAt = 0, last = false; !last; startAt = sprints.length) {
    const response = await requestJira(
      route`/rest/agile/1.0/board/${boardId}/sprint?state=${state}&startAt=${startAt}&maxResults=${PAGE}`,
      { method: 'GET' },
    );
    if (response.status === 400) return null;
    const page = await readReply(response, sprintsReply, "the board's sprints");
    sprints.push(...page.values.map(toSprint));
    last = page.isLast || page.values.length === 0;
  }
  return sprints;
};

/** The sprints of a board that are not closed, as its backlog has them: active first. `null` for a board without sprints. */
export const listOpenSprints = async (
  { requestJira, route }: JiraApi,
  boardId: number,
): Promise<Sprint[] | null> => {
  const sprints: Sprint[] = [];
  for (let startAt = 0, last = false; !last; startAt = sprints.length) {
    const response = await requestJira(
      route`/rest/agile/1.0/board/${boardId}/sprint?state=active,future&startAt=${startAt}&maxResults=${PAGE}`,
      { method: 'GET' },
    );
    if (response.status === 400) return null;
    const page = await readReply(response, sprintsReply, "the board's sprints");
    sprints.push(...page.values.map(toSprint));
    last = page.isLast || page.values.length === 0;
  }
  return [...sprints.filter(isActive), ...sprints.filter((sprint) => !isActive(sprint))];
};

const isActive = ({ state }: Sprint): boolean => state === 'active';

export const getSprint = async ({ requestJira, route }: JiraApi, sprintId: number): Promise<Sprint> => {
  const response = await requestJira(route`/rest/agile/1.0/sprint/${sprintId}`, { method: 'GET' });
  return toSprint(await readReply(response, sprintReply, 'this sprint'));
};

/** The same, or `null` where it is gone or may not be seen. */
export const findSprint = (jira: JiraApi, sprintId: number): Promise<Sprint | null> =>
  orNone(getSprint(jira, sprintId));

/** A board, or `null` where it is gone or may not be seen. */
export const findBoard = (jira: JiraApi, boardId: number): Promise<Board | null> =>
  orNone(getBoard(jira, boardId));

const orNone = async <T>(asked: Promise<T>): Promise<T | null> => {
  try {
    return await asked;
  } catch (error) {
    if (problemOf(error)?.code === 'not-found') return null;
    throw error;
  }
};

/**
 * Writes a sprint's goal and nothing else of it: Jira's partial update leaves what is not named. As the caller, whom Jira
 * asks for the right to manage the board's sprints. @throws `invalid` for a closed sprint, or a goal that Jira will not take.
 */
export const writeSprintGoal = async (
  { requestJira, route }: JiraApi,
  sprintId: number,
  goal: string,
): Promise<void> => {
  const response = await requestJira(route`/rest/agile/1.0/sprint/${sprintId}`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({ goal }),
  });
  await expectDone(response, 'the goal of this sprint');
};

/** The sprint that planning opens with: the next one to start, else the active one. Of boards without sprints none. */
export const sprintToPlan = (sprints: readonly Sprint[]): Sprint | null => {
  const future = sprints.filter(({ state }) => state === 'future');
  return [...future].sort(earliestFirst)[0] ?? sprints.find(({ state }) => state === 'active') ?? null;
};

/** The board's sprints that closed last, newest first. */
export const lastClosed = (sprints: readonly Sprint[], count: number): Sprint[] =>
  sprints
    .filter(({ state }) => state === 'closed')
    .sort(newestFirst)
    .slice(0, count);

/** The sprint that a review opens with: the active one, else the last closed. */
export const sprintToReview = (sprints: readonly Sprint[]): Sprint | null => {
  const ordered = [...sprints].sort(newestFirst);
  return (
    ordered.find(({ state }) => state === 'active') ?? ordered.find(({ state }) => state === 'closed') ?? null
  );
};

const STATE_ORDER = { active: 0, future: 1, closed: 2 } as const;

const endOf = ({ completeDate, endDate, startDate }: Sprint): string =>
  completeDate ?? endDate ?? startDate ?? '';

const newestFirst = (a: Sprint, b: Sprint): number =>
  STATE_ORDER[a.state] - STATE_ORDER[b.state] || endOf(b).localeCompare(endOf(a)) || b.id - a.id;

/** Those without a day come last; Jira makes ids in order. */
const earliestFirst = (a: Sprint, b: Sprint): number =>
  (a.startDate ?? '9999').localeCompare(b.startDate ?? '9999') || a.id - b.id;

const boardReply = v.object({
  id: v.number(),
  name: v.string(),
  type: v.picklist(['scrum', 'kanban', 'simple']),
  location: v.optional(v.object({ projectId: v.optional(v.number()) })),
});

const boardsReply = v.object({ values: v.array(boardReply), isLast: v.optional(v.boolean()) });

const toBoard = ({ id, name, type, location }: v.InferOutput<typeof boardReply>): Board => ({
  id,
  name,
  type,
  projectId: location?.projectId === undefined ? null : String(location.projectId),
});

const configurationReply = v.object({
  estimation: v.optional(
    v.object({ type: v.string(), field: v.optional(v.object({ fieldId: v.string() })) }),
  ),
});

const sprintReply = v.object({
  id: v.number(),
  name: v.string(),
  state: v.picklist(['future', 'active', 'closed']),
  startDate: v.nullish(v.string()),
  endDate: v.nullish(v.string()),
  completeDate: v.nullish(v.string()),
  goal: v.nullish(v.string()),
  originBoardId: v.nullish(v.number()),
});

const sprintsReply = v.object({ values: v.array(sprintReply), isLast: v.boolean() });

const toSprint = (reply: v.InferOutput<typeof sprintReply>): Sprint => ({
  id: reply.id,
  name: reply.name,
  state: reply.state,
  startDate: reply.startDate ?? null,
  endDate: reply.endDate ?? null,
  completeDate: reply.completeDate ?? null,
  goal: reply.goal || null,
  boardId: reply.originBoardId ?? null,
});
