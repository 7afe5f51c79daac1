import { findEstimationField, listBoards, listSprints, type Board, type Sprint } from '../../src/jira/boards';
import { findSprintField, listParentTypes } from '../../src/jira/fields';
import type { IssueFields } from '../../src/jira/issues';
import type { JiraApi } from '../../src/jira/jira-api';

/** What must be known of a project's boards before its work can be searched. */
export type TreeScope = {
  readonly projectId: string;
  readonly fields: IssueFields;
  /** Issue types above stories. */
  readonly parentTypes: readonly string[];
  /** Every sprint of the project's boards. */
  readonly sprints: readonly Sprint[];
  /** The project's boards that hold no estimates. */
  readonly boardsWithoutEstimates: ReadonlySet<number>;
};

/** Reads the project's boards with their sprints and estimation fields, as the viewer may see them. */
export const loadTreeScope = async (jira: JiraApi, projectId: string): Promise<TreeScope> => {
  const [boards, sprint, parentTypes] = await Promise.all([
    projectBoards(jira, projectId),
    findSprintField(jira),
    listParentTypes(jira),
  ]);
  const [estimates, sprints] = await Promise.all([
    Promise.all(boards.map(({ id }) => findEstimationField(jira, id))),
    Promise.all(boards.filter(({ type }) => type !== 'kanban').map(({ id }) => listSprints(jira, id))),
  ]);
  return {
    projectId,
    fields: { points: [...new Set(estimates.filter((field) => field !== null))], sprint },
    parentTypes,
    sprints: [...new Map(sprints.flat().map((one) => [one.id, one])).values()],
    boardsWithoutEstimates: new Set(
      boards.filter((_, index) => estimates[index] === null).map(({ id }) => id),
    ),
  };
};

/** Jira also lists boards of other projects whose filter names this one; their sprints are not this team's. */
const projectBoards = async (jira: JiraApi, projectId: string): Promise<Board[]> =>
  (await listBoards(jira, projectId)).filter(
    (board) => board.projectId === null || board.projectId === projectId,
  );
