import type { Problem } from '../../src/contract/outcome';
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
import { toProblem, unwrap } from '../shared/loading';
import { periodOf } from './sprint-period';
import { sprintsAfter, sprintWorkOf, type SprintIssue } from '../shared/sprint-work';

/** The board whose sprints are reviewed, read once for all of them. */
export type ReviewBoard = {
  readonly board: Board;
  /** Newest first. Empty for a board without sprints. */
  readonly sprints: readonly Sprint[];
  readonly fields: IssueFields;
};

/** What is known of a sprint: its work, from Jira, and the values that it serves, from the app. Never neither. */
export type LoadedReview =
  | { readonly work: readonly SprintIssue[]; readonly view: SprintReviewView; readonly problem: null }
  | { readonly work: readonly SprintIssue[]; readonly view: null; readonly problem: Problem }
  | { readonly work: null; readonly view: SprintReviewView; readonly problem: Problem };

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

/**
 * A sprint's work as the viewer may see it, and the values of what it serves; one of the two where the other cannot be
 * read. `onIssues` hears how many issues came so far. @throws when neither can be read.
 */
export const readReview = async (
  board: ReviewBoard,
  sprint: Sprint,
  onIssues: (loaded: number) => void,
): Promise<LoadedReview> => {
  const work = await readWork(board, sprint, onIssues).catch((error: unknown) => ({ error }));
  const isKnown = Array.isArray(work);
  const view = await readValues({
    projectId: board.board.projectId as ProjectId | null,
    ...periodOf(sprint, dayOf(new Date().toISOString())),
    keyResultIds: isKnown ? servedKeyResults(work) : [],
  }).catch((error: unknown) => ({ error }));
  if (!isKnown) {
    if ('error' in view) throw work.error;
    return { work: null, view, problem: toProblem(work.error) };
  }
  return 'error' in view
    ? { work, view: null, problem: toProblem(view.error) }
    : { work, view, problem: null };
};

const readWork = async (
  { sprints, fields }: ReviewBoard,
  sprint: Sprint,
  onIssues: (loaded: number) => void,
): Promise<SprintIssue[]> => {
  const jql = `${allOf(`sprint = ${sprint.id}`, countedIssues())} ORDER BY key`;
  const issues = await searchAllIssues(jira, { jql, fields }, onIssues);
  return sprintWorkOf(issues, await resolveTags(jira, issues), sprintsAfter(sprint, sprints));
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
