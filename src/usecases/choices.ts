import type { Choices } from '../contract/refinement';
import { inReadingOrder } from '../domain/cycle';
import type { ProjectId } from '../domain/ids';
import type { Objective } from '../domain/objective';
import { browsableProjects } from '../jira/permissions';
import type { Caller } from '../platform/caller';
import { loadObjectives } from '../storage/objectives';
import { loadPlan } from '../storage/plan';

/**
 * What the caller may tag a project's work with. Costs two storage operations for up to 25 objectives, and one Jira
 * request where the project keeps its OKRs to those who may browse it.
 */
export const loadChoices = async (caller: Caller, projectId: ProjectId): Promise<Choices> => {
  const { calendar, company, team } = await loadPlan(projectId);
  const cycles = inReadingOrder(calendar.value);
  const active = new Set(cycles.filter(({ state }) => state === 'active').map(({ id }) => id));
  const seesTeam =
    !team.value.restricted || (await browsableProjects(caller.jira, [projectId])).has(projectId);
  const entries = [...company.value.entries, ...(seesTeam ? team.value.entries : [])];
  const objectives = await loadObjectives(
    entries.filter(({ cycleId }) => active.has(cycleId)).map(({ objectiveId }) => objectiveId),
  );
  // An objective says itself whose it is: nobody sees it by way of another list that has it.
  const isPickable = ({ scope, archived }: Objective): boolean =>
    !archived && (scope.type === 'company' || (seesTeam && scope.projectId === projectId));
  return { cycles, objectives: objectives.map(({ value }) => value).filter(isPickable) };
};
