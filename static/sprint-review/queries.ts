import type { LoadSprintReview, SprintReviewView } from '../../src/contract/sprint-review';
import { dayOf } from '../../src/domain/dates';
import { servedKeyResults } from '../../src/domain/delivery';
import type { ProjectId } from '../../src/domain/ids';
import {
  findEstimationField,
  getBoard,
  listBoards,
  listSprints,
  searchBoards,
  type Board,
  type Sprint,
} from '../../src/jira/boards';
import { findSprintField } from '../../src/jira/fields';
import { searchAllIssues, type IssueFields } from '../../src/jira/issues';
import { allOf, countedIssues } from '../../src/jira/jql';
import { resolveTags } from '../../src/jira/tags';
import { invokeSprintReview } from '../shared/invoke';
import { jira } from '../shared/jira';
import { unwrap } from '../shared/loading';
import { periodOf } from './sprint-period';
import { sprintsAfter, sprintWorkOf, type SprintIssue } from './sprint-work';

/** The board whose sprints are reviewed, read once for all of them. */
export type ReviewBoard = {
  readonly board: Board;
  /** Newest first. Empty for a board without sprints. */
  readonly sprints: readonly Sprint[];
  readonly fields: IssueFields;
};

export type LoadedReview = { readonly work: readonly SprintIssue[]; readonly view: SprintReviewView };

/** Boards that the viewer may choose from, the one that is chosen always among them if it still exists. */
export const readBoardsWith = async (chosen: number | null): Promise<Board[]> => {
  const boards = await listBoards(jira, null);
  if (chosen === null || boards.some(({ id }) => id === chosen)) return boards;
  const board = await getBoard(jira, chosen).catch(() => null);
  return board === null ? boards : [board, ...boards];
};

/** Boards whose name holds what was typed, for sites that have more of them than come at once. */
export const findBoards = (name: string): Promise<Board[]> => searchBoards(jira, name);

/** The sprints of a board, for choosing one. */
export const readSprints = (boardId: number): Promise<Sprint[]> => listSprints(jira, boardId);

export const readBoard = async (boardId: number): Promise<ReviewBoard> => {
  const parts = Promise.all([
    listSprints(jira, boardId),
    findEstimationField(jira, boardId),
    findSprintField(jira),
  ]);
  // Whoever may not see the board is told of the board, whichever refusal comes first.
  parts.catch(() => undefined);
  const board = await getBoard(jira, boardId);
  const [sprints, points, sprint] = await parts;
  return { board, sprints, fields: { points: points === null ? [] : [points], sprint } };
};

/** A sprint's work as the viewer may see it, and the values of what it serves. `onIssues` hears how many came so far. */
export const readReview = async (
  { board, sprints, fields }: ReviewBoard,
  sprint: Sprint,
  onIssues: (loaded: number) => void,
): Promise<LoadedReview> => {
  const jql = `${allOf(`sprint = ${sprint.id}`, countedIssues())} ORDER BY key`;
  const issues = await searchAllIssues(jira, { jql, fields }, onIssues);
  const tags = await resolveTags(jira, issues);
  const work = sprintWorkOf(issues, tags, sprintsAfter(sprint, sprints));
  const view = await readValues({
    projectId: board.projectId as ProjectId | null,
    ...periodOf(sprint, dayOf(new Date().toISOString())),
    keyResultIds: servedKeyResults(work),
  });
  return { work, view };
};

/** One call for the key results of any real sprint; more than a call may ask for take further ones. */
const readValues = async (query: LoadSprintReview): Promise<SprintReviewView> => {
  const rest = query.keyResultIds.slice(MOST_KEY_RESULTS);
  const view = await readSome({ ...query, keyResultIds: query.keyResultIds.slice(0, MOST_KEY_RESULTS) });
  if (rest.length === 0) return view;
  return merged(view, await readValues({ ...query, keyResultIds: rest }));
};

const MOST_KEY_RESULTS = 100;

const readSome = async (query: LoadSprintReview): Promise<SprintReviewView> =>
  unwrap(await invokeSprintReview('loadSprintReview', query));

const merged = (a: SprintReviewView, b: SprintReviewView): SprintReviewView => ({
  today: a.today,
  objectives: byId([...a.objectives, ...b.objectives]),
  cycles: byId([...a.cycles, ...b.cycles]),
  checkIns: { ...a.checkIns, ...b.checkIns },
});

const byId = <T extends { readonly id: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];
