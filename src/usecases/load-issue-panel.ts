import type { IssuePanelView, LoadIssuePanel } from '../contract/issue-panel';
import { inReadingOrder } from '../domain/cycle';
import { objectiveIdOf, type ObjectiveId, type ProjectId } from '../domain/ids';
import type { Objective } from '../domain/objective';
import { getIssue } from '../jira/issues';
import type { Caller } from '../platform/caller';
import { loadObjectives } from '../storage/objectives';
import { loadPlan } from '../storage/plan';
import { visibleOf } from './rights';

/**
 * What the issue view shows. Costs one Jira request (the issue, which also shows that the caller may see its project)
 * and two storage operations for up to 25 objectives; a tag that names another team's key result costs one more.
 */
export const loadIssuePanel = async (
  caller: Caller,
  { issueId }: LoadIssuePanel,
): Promise<IssuePanelView> => {
  const [issue, ahead] = await Promise.all([getIssue(caller.jira, issueId), loadPlan(caller.projectHint)]);
  const projectId = issue.projectId as ProjectId;
  const plan = projectId === caller.projectHint ? ahead : await loadPlan(projectId);
  const cycles = plan.calendar.value;
  const active = inReadingOrder(cycles.filter(({ state }) => state === 'active'));
  const isActive = ({ cycleId }: Pick<Objective, 'cycleId'>): boolean =>
    active.some(({ id }) => id === cycleId);

  const offered = [...plan.company.value.entries, ...plan.team.value.entries]
    .filter(isActive)
    .map(({ objectiveId }) => objectiveId);
  const tagged = issue.ownTag?.state === 'tagged' ? issue.ownTag.keyResults.map(objectiveIdOf) : [];
  const objectives = await visibleInProject(caller, projectId, [...offered, ...tagged]);
  const shown = objectives.filter((objective) => !objective.archived || tagged.includes(objective.id));
  return {
    issue: {
      id: issue.id,
      key: issue.key,
      isSubtask: issue.isSubtask,
      mayEdit: issue.mayEdit,
      parent: issue.parent,
    },
    ownTag: issue.ownTag,
    unreadableTag: issue.unreadableTag,
    activeCycles: active,
    objectives: shown,
    otherCycles: cycles.filter(
      ({ id, state }) => state !== 'active' && shown.some(({ cycleId }) => cycleId === id),
    ),
  };
};

/** The caller sees the issue, and so may browse its project: only other teams' objectives need to be asked about. */
const visibleInProject = async (
  caller: Caller,
  projectId: ProjectId,
  ids: readonly ObjectiveId[],
): Promise<Objective[]> => {
  const objectives = (await loadObjectives(ids)).map(({ value }) => value);
  const isForeign = ({ scope }: Objective): boolean => scope.type === 'team' && scope.projectId !== projectId;
  const foreign = await visibleOf(caller, objectives.filter(isForeign));
  return objectives.filter((objective) => !isForeign(objective) || foreign.includes(objective));
};
