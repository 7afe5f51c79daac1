import type { LoadProjectPage, ProjectPageView } from '../contract/project-page';
import { fail, problemOf, type Problem } from '../contract/outcome';
import { cycleToShow, inReadingOrder, type Cycle } from '../domain/cycle';
import type { IsoDate } from '../domain/dates';
import type { CycleId, ProjectId } from '../domain/ids';
import type { Objective } from '../domain/objective';
import type { Caller } from '../platform/caller';
import { loadObjectives } from '../storage/objectives';
import { loadPlan } from '../storage/plan';
import { NO_RIGHTS, rightsIn, unchangeable, viewOf, type Rights } from './rights';

/**
 * A cycle's company and team objectives with what the caller may do with them.
 * Costs one Jira request and two storage operations for up to 25 objectives.
 */
export const loadProjectPage = async (
  caller: Caller,
  { projectId, cycleId }: LoadProjectPage,
): Promise<ProjectPageView> => {
  const [{ rights, rightsUnknown }, plan] = await Promise.all([
    rightsOrNone(caller, projectId),
    loadPlan(projectId),
  ]);
  const cycles = inReadingOrder(plan.calendar.value);
  const cycle = chosen(cycles, cycleId, caller.today);
  const { restricted } = plan.team.value;
  const teamIsVisible = !restricted || rights.browsesProject;
  const entries = { company: plan.company.value.entries, team: teamIsVisible ? plan.team.value.entries : [] };
  const objectives = await loadObjectives(
    [...entries.company, ...entries.team]
      .filter((entry) => entry.cycleId === cycle?.id)
      .map(({ objectiveId }) => objectiveId),
  );
  // An objective says itself whose it is: nobody sees it by way of another list that has it.
  const isInItsList = ({ id, scope }: Objective): boolean =>
    (scope.type === 'company' || scope.projectId === projectId) &&
    entries[scope.type].some(({ objectiveId }) => objectiveId === id);
  const isOpen = cycle !== null && cycle.state !== 'closed';
  return {
    today: caller.today,
    viewer: caller.accountId,
    cycles,
    cycle,
    objectives: objectives
      .filter(({ value }) => isInItsList(value))
      .map(({ value }) => viewOf(caller, rights, value))
      .map((objective) => (isOpen ? objective : unchangeable(objective))),
    mayManageCycles: rights.managesCompany,
    mayCreate: { company: isOpen && rights.managesCompany, team: isOpen && rights.managesTeam },
    // Whether a project keeps its OKRs to itself is told to who may browse it: to others it is like none.
    visibility: { restricted: restricted && rights.browsesProject, mayChange: rights.managesTeam },
    rightsUnknown,
  };
};

/** Whoever's rights Jira does not tell just now sees what everybody sees, and may change what is theirs. */
const rightsOrNone = async (
  caller: Caller,
  projectId: ProjectId,
): Promise<{ readonly rights: Rights; readonly rightsUnknown: Problem | null }> => {
  try {
    return { rights: await rightsIn(caller, projectId), rightsUnknown: null };
  } catch (error) {
    const problem = problemOf(error);
    if (problem?.code !== 'jira-unavailable' && problem?.code !== 'rate-limited') throw error;
    return { rights: NO_RIGHTS, rightsUnknown: problem };
  }
};

const chosen = (cycles: readonly Cycle[], cycleId: CycleId | null, today: IsoDate): Cycle | null => {
  if (cycleId === null) return cycleToShow(cycles, today);
  return (
    cycles.find(({ id }) => id === cycleId) ??
    fail({ code: 'not-found', message: 'There is no such cycle any more. Choose another one.' })
  );
};
