import { failure } from '../../src/contract/outcome';
import type { ReviewedSprint, SprintReviewView } from '../../src/contract/sprint-review';
import { dayOf } from '../../src/domain/dates';
import type { ProjectId } from '../../src/domain/ids';
import {
  findEstimationField,
  getBoard,
  getSprint,
  lastClosed,
  listBoards,
  listSprints,
  listSprintsIn,
  searchBoards,
  type Board,
  type Sprint,
} from '../../src/jira/boards';
import { findSprintField } from '../../src/jira/fields';
import { fetchAllIssues, NO_CUSTOM_FIELDS, type IssueFields } from '../../src/jira/issues';
import { jira } from '../shared/jira';
import { unwrap } from '../shared/loading';
import type { ReviewConfig } from './config';
import type { IssueWords } from './issue-words';
import { readWork, type ReadWork } from './read-work';

/** What a review asks Jira for, as the viewer. Loaded when it is needed: what is frozen needs none of it. */

/** Boards that the viewer may choose from, the one that is chosen always among them if it still exists. */
export const readBoardsWith = async (chosen: number | null): Promise<Board[]> => {
  const boards = await listBoards(jira, null);
  if (chosen === null || boards.some(({ id }) => id === chosen)) return boards;
  const board = await getBoard(jira, chosen).catch(() => null);
  return board === null ? boards : [board, ...boards];
};

/** Boards whose name holds what was typed, for sites that have more of them than come at once. */
export const findBoards = (name: string): Promise<Board[]> => searchBoards(jira, name);

export const readBoard = (boardId: number): Promise<Board> => getBoard(jira, boardId);

/** The boards of a project that the viewer may see. One request. */
export const readBoards = (projectId: ProjectId): Promise<Board[]> => listBoards(jira, projectId);

/** A board's sprints, for choosing another one. */
export const readSprints = (boardId: number): Promise<Sprint[]> => listSprints(jira, boardId);

export const readLiveWork = (
  boardId: number,
  view: SprintReviewView,
  onIssues: (loaded: number) => void,
): Promise<ReadWork> => readWork(jira, boardId, view, onIssues);

/** What issues are called, 100 a request; those that are gone or may not be seen are left out. */
export const readIssueWords = async (ids: readonly string[]): Promise<ReadonlyMap<string, IssueWords>> => {
  const issues = await fetchAllIssues(jira, ids, NO_CUSTOM_FIELDS);
  return new Map(
    issues.map(({ id, key, summary, status, ownTag }) => [
      id,
      { key, summary, status, inheritedFrom: null, note: ownTag?.state === 'exempt' ? ownTag.note : '' },
    ]),
  );
};

/** The sprint alone, as Jira knows it: what there is to show while the app cannot say what it moved. */
export const findSprintAlone = async ({
  boardId,
  sprintId,
  projectId,
}: Omit<ReviewConfig, 'boardName'>): Promise<SprintReviewView> => {
  const sprint = sprintId === null ? await currentSprint(boardId) : await getSprint(jira, sprintId);
  if (sprint === null) {
    return unwrap(failure({ code: 'not-found', message: 'No sprint of this board was started yet.' }));
  }
  return {
    today: dayOf(new Date().toISOString()),
    projectId: projectId as ProjectId | null,
    sprint: sprint satisfies ReviewedSprint,
    period: null,
    intent: null,
    mayPlan: false,
    ledger: null,
    objectives: [],
    cycles: [],
    checkIns: {},
    learnings: {},
  };
};

/** Which fields hold estimates and sprints, and the board's sprints: what its earlier focus is read with. */
export const readSprintsWithFields = async (
  boardId: number,
): Promise<{ readonly sprints: readonly Sprint[]; readonly fields: IssueFields }> => {
  const [sprints, points, sprint] = await Promise.all([
    listSprints(jira, boardId),
    findEstimationField(jira, boardId),
    findSprintField(jira),
  ]);
  return { sprints, fields: { points: points === null ? [] : [points], sprint } };
};

/** The same for a board without sprints. */
export const readPeriodFields = async (boardId: number): Promise<IssueFields> => {
  const points = await findEstimationField(jira, boardId);
  return { points: points === null ? [] : [points], sprint: null };
};

const currentSprint = async (boardId: number): Promise<Sprint | null> => {
  const [active] = (await listSprintsIn(jira, boardId, 'active')) ?? [];
  if (active) return active;
  return lastClosed((await listSprintsIn(jira, boardId, 'closed')) ?? [], 1)[0] ?? null;
};
