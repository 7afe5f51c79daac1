import { fail, problemOf } from '../contract/outcome';
import type { ProjectId } from '../domain/ids';
import type { IntentPlace } from '../domain/sprint-intent';
import { getBoard, getSprint, type Board, type Sprint } from '../jira/boards';
import { browsableProjects, readPermissions } from '../jira/permissions';
import type { Caller } from '../platform/caller';
import { restrictedProjects } from '../storage/plan';
import { forbidden } from './rights';

/** What the caller may do in a project whose work is planned. One Jira request. */
export type PlanningRights = { readonly browsesProject: boolean; readonly mayPlan: boolean };

/** Who may manage the project's sprints plans them, and who may edit the team's OKRs. Who may not see it may nothing. */
export const planningRights = async (caller: Caller, projectId: ProjectId): Promise<PlanningRights> => {
  const planners = [SPRINT_PLANNERS, 'ADMINISTER_PROJECTS', caller.permissionKey('manage-team-okrs')];
  const held = await readPermissions(caller.jira, [...planners, 'BROWSE_PROJECTS'], projectId).catch(
    (error: unknown): ReadonlySet<string> => {
      if (problemOf(error)?.code === 'not-found') return new Set();
      throw error;
    },
  );
  const browsesProject = held.has('BROWSE_PROJECTS');
  return { browsesProject, mayPlan: browsesProject && planners.some((key) => held.has(key)) };
};

/** Jira's own permission to plan sprints. */
export const SPRINT_PLANNERS = 'MANAGE_SPRINTS_PERMISSION';

/** Whether the caller may see a team's OKRs. No Jira request where the project shows them to everybody. */
export const seesTeamOkrs = async (caller: Caller, projectId: ProjectId): Promise<boolean> => {
  const restricted = await restrictedProjects([projectId]);
  return restricted.length === 0 || (await browsableProjects(caller.jira, restricted)).has(projectId);
};

/** A board that the caller may plan for, with its project. */
export type PlannedBoard = { readonly board: Board; readonly projectId: ProjectId };

/** Who may set how a board plans: two Jira requests, both as the caller. */
export const plansBoard = async (
  caller: Caller,
  { boardId }: { readonly boardId: number },
): Promise<PlannedBoard> => {
  const board = await getBoard(caller.jira, boardId);
  const projectId = board.projectId as ProjectId | null;
  if (projectId === null) {
    return fail({
      code: 'forbidden',
      message: 'This board belongs to no project, so nobody can be asked who may plan here.',
    });
  }
  const { mayPlan } = await planningRights(caller, projectId);
  return mayPlan ? { board, projectId } : forbidden('plan for this board', PLANNERS);
};

/**
 * Who may say the intent of a sprint or period. What the payload names is read again as the caller, and the board that
 * Jira names decides: three Jira requests for a sprint, two for a period.
 */
export const plansSprint = async (
  caller: Caller,
  { place }: { readonly place: IntentPlace },
): Promise<PlannedBoard & { readonly sprint: Sprint | null }> => {
  if (place.kind === 'period') return { ...(await plansBoard(caller, place)), sprint: null };
  const sprint = await getSprint(caller.jira, place.sprintId);
  if (sprint.boardId === null) {
    return fail({
      code: 'forbidden',
      message: 'This sprint belongs to no board, so nobody can be asked who may plan it.',
    });
  }
  return { ...(await plansBoard(caller, { boardId: sprint.boardId })), sprint };
};

const PLANNERS =
  'somebody who may manage the sprints of its project, or edit its OKRs (“Manage team OKRs”), to do it';
