import type { Outcome } from '../../src/contract/outcome';
import type {
  IntentSaved,
  LoadSprintPlanning,
  SavePlanningSettings,
  SaveSprintIntent,
  SettingsSaved,
  SprintPlanningView,
} from '../../src/contract/sprint-planning';
import { servedKeyResults } from '../../src/domain/delivery';
import type { KeyResultId, ProjectId } from '../../src/domain/ids';
import {
  findEstimationField,
  getBoard,
  getSprint,
  listBoards,
  listSprints,
  writeSprintGoal,
  type Board,
  type Sprint,
} from '../../src/jira/boards';
import { findSprintField } from '../../src/jira/fields';
import { searchAllIssues, type IssueFields } from '../../src/jira/issues';
import { resolveTags } from '../../src/jira/tags';
import { invokeSprintPlanning } from '../shared/invoke';
import { jira } from '../shared/jira';
import { saved, unwrap } from '../shared/loading';
import { sprintWorkOf, type SprintIssue } from '../shared/sprint-work';
import { workOfPeriod, workOfSprint } from '../shared/planned-work';

/** A board to plan for, read once for all of its sprints. */
export type PlannedBoard = {
  readonly board: Board;
  readonly projectId: ProjectId;
  /** Empty for a board without sprints, and for one that has none yet. */
  readonly sprints: readonly Sprint[];
  readonly fields: IssueFields;
};

/** What is known of the plan of a sprint or period. */
export type Plan = { readonly view: SprintPlanningView; readonly work: readonly SprintIssue[] };

/** The boards of a project that the viewer may see. One request. */
export const readBoards = (projectId: ProjectId): Promise<Board[]> => listBoards(jira, projectId);

export const readBoard = (boardId: number): Promise<Board> => getBoard(jira, boardId);

/** Three requests, and one more for each further 50 sprints. */
export const readPlannedBoard = async (
  board: Board,
  pageProject: ProjectId | null,
): Promise<PlannedBoard> => {
  const [sprints, points, sprint] = await Promise.all([
    listSprints(jira, board.id),
    findEstimationField(jira, board.id),
    findSprintField(jira),
  ]);
  const projectId = (board.projectId ?? pageProject) as ProjectId;
  return { board, projectId, sprints, fields: { points: points === null ? [] : [points], sprint } };
};

/**
 * A sprint's work as the viewer may see it, one request for each 100 issues and one for parents that carry tags, and
 * what the app knows of it, one call.
 */
export const readSprintPlan = async (board: PlannedBoard, sprintId: number): Promise<Plan> => {
  const work = await readWork(board, workOfSprint(sprintId));
  const view = await loadPlan(board, { kind: 'sprint', sprintId }, servedKeyResults(work));
  return { view, work };
};

/** The same for a period, whose days the app knows: asked for first, and again where the work serves what it did not name. */
export const readPeriodPlan = async (board: PlannedBoard, start: string | null): Promise<Plan> => {
  const place = { kind: 'period', start: start as LoadPeriod['start'] } as const;
  const view = await loadPlan(board, place, []);
  const work = await readWork(board, workOfPeriod(board.projectId, view.period!, view.today));
  const named = new Set(
    [...view.objectives, ...view.others].flatMap(({ keyResults }) => keyResults.map(({ id }) => id)),
  );
  const unnamed = servedKeyResults(work).filter((id) => !named.has(id));
  return { view: unnamed.length === 0 ? view : await loadPlan(board, place, unnamed), work };
};

export const saveIntent = (payload: SaveSprintIntent): Promise<Outcome<IntentSaved>> =>
  saved(invokeSprintPlanning('saveSprintIntent', payload));

export const saveSettings = (payload: SavePlanningSettings): Promise<Outcome<SettingsSaved>> =>
  saved(invokeSprintPlanning('savePlanningSettings', payload));

export const readSprint = (sprintId: number): Promise<Sprint> => getSprint(jira, sprintId);

export const writeGoal = (sprintId: number, goal: string): Promise<void> =>
  writeSprintGoal(jira, sprintId, goal);

type LoadPeriod = Extract<LoadSprintPlanning['place'], { readonly kind: 'period' }>;

const MOST_KEY_RESULTS = 100;

const loadPlan = async (
  { board, projectId }: PlannedBoard,
  place: LoadSprintPlanning['place'],
  keyResultIds: readonly KeyResultId[],
): Promise<SprintPlanningView> =>
  unwrap(
    await invokeSprintPlanning('loadSprintPlanning', {
      projectId,
      boardId: board.id,
      place,
      keyResultIds: keyResultIds.slice(0, MOST_KEY_RESULTS),
    }),
  );

const readWork = async ({ fields }: PlannedBoard, jql: string): Promise<SprintIssue[]> => {
  const issues = await searchAllIssues(jira, { jql, fields });
  return sprintWorkOf(issues, await resolveTags(jira, issues), new Set());
};
