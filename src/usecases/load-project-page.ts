import type { LoadProjectPage, ProjectPageView } from '../contract/project-page';
import { fail } from '../contract/outcome';
import type { ObjectiveView } from '../contract/views';
import { inReadingOrder, type Cycle } from '../domain/cycle';
import type { CycleId } from '../domain/ids';
import type { Caller } from '../platform/caller';
import { loadObjectives } from '../storage/objectives';
import { loadPlan } from '../storage/plan';
import { rightsIn, viewOf } from './rights';

/**
 * A cycle's company and team objectives with what the caller may do with them.
 * Costs one Jira request and two storage operations for up to 25 objectives.
 */
export const loadProjectPage = async (
  caller: Caller,
  { projectId, cycleId }: LoadProjectPage,
): Promise<ProjectPageView> => {
  const [rights, plan] = await Promise.all([rightsIn(caller, projectId), loadPlan(projectId)]);
  const cycles = inReadingOrder(plan.calendar.value);
  const cycle = chosen(cycles, cycleId);
  const { restricted } = plan.team.value;
  const teamIsVisible = !restricted || rights.browsesProject;
  const entries = [...plan.company.value.entries, ...(teamIsVisible ? plan.team.value.entries : [])];
  const objectives = await loadObjectives(
    entries.filter((entry) => entry.cycleId === cycle?.id).map(({ objectiveId }) => objectiveId),
  );
  const isOpen = cycle !== null && cycle.state !== 'closed';
  return {
    today: caller.today,
    viewer: caller.accountId,
    cycles,
    cycle,
    objectives: objectives
      .map(({ value }) => viewOf(caller, rights, value))
      .map((objective) => (isOpen ? objective : unchangeable(objective))),
    mayManageCycles: rights.managesCompany,
    mayCreate: { company: isOpen && rights.managesCompany, team: isOpen && rights.managesTeam },
    visibility: { restricted, mayChange: rights.managesTeam },
  };
};

/** A closed cycle is history, whoever looks at it. */
const unchangeable = (objective: ObjectiveView): ObjectiveView => ({
  ...objective,
  mayEdit: false,
  keyResults: objective.keyResults.map((keyResult) => ({ ...keyResult, mayCheckIn: false })),
});

const chosen = (cycles: readonly Cycle[], cycleId: CycleId | null): Cycle | null => {
  if (cycleId === null) return firstToShow(cycles);
  return (
    cycles.find(({ id }) => id === cycleId) ??
    fail({ code: 'not-found', message: 'There is no such cycle any more. Choose another one.' })
  );
};

/** The active cycle that ends first, since a quarter is worked on before its year; else the next draft, else the last closed. */
const firstToShow = (cycles: readonly Cycle[]): Cycle | null => {
  const byEnd = (a: Cycle, b: Cycle): number => a.endDate.localeCompare(b.endDate);
  const inState = (state: Cycle['state']): Cycle[] =>
    cycles.filter((cycle) => cycle.state === state).sort(byEnd);
  return inState('active')[0] ?? inState('draft')[0] ?? inState('closed').at(-1) ?? null;
};
