import type { IssuePanelView, LoadIssuePanel } from '../contract/issue-panel';
import { problemOf } from '../contract/outcome';
import { inReadingOrder } from '../domain/cycle';
import { objectiveIdOf, type ObjectiveId, type ProjectId } from '../domain/ids';
import type { Objective } from '../domain/objective';
import { getIssue, type Issue } from '../jira/issues';
import type { Caller } from '../platform/caller';
import { loadObjectives } from '../storage/objectives';
import { loadPlan, type Plan } from '../storage/plan';
import { storageProblemOf } from '../storage/storage-calls';
import { visibleOf } from './rights';

/**
 * What the issue view shows. Costs one Jira request (the issue, which also shows that the caller may see its project)
 * and two storage operations for up to 25 objectives; a tag that names another team's key result costs one more. What
 * the issue says of itself is shown even where the OKRs cannot be read.
 */
export const loadIssuePanel = async (
  caller: Caller,
  { issueId }: LoadIssuePanel,
): Promise<IssuePanelView> => {
  const ahead = loadPlan(caller.projectHint);
  // It is looked at only when the issue is there; until then nobody listens.
  ahead.catch(() => undefined);
  const issue = await getIssue(caller.jira, issueId);
  const okrs = await okrsFor(caller, issue, ahead).catch(withoutOkrs);
  return {
    issue: {
      id: issue.id,
      key: issue.key,
      isSubtask: issue.isSubtask,
      level: issue.level,
      mayEdit: issue.mayEdit,
      parent: issue.parent,
    },
    ownTag: issue.ownTag,
    unreadableTag: issue.unreadableTag,
    ...okrs,
  };
};

type Okrs = Pick<IssuePanelView, 'activeCycles' | 'objectives' | 'otherCycles' | 'unavailable'>;

/** What may be picked and what the issue's own tag points to. */
const okrsFor = async (
  caller: Caller,
  issue: Pick<Issue, 'projectId' | 'ownTag'>,
  ahead: Promise<Plan>,
): Promise<Okrs> => {
  const projectId = issue.projectId as ProjectId;
  const plan = projectId === caller.projectHint ? await ahead : await loadPlan(projectId);
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
    activeCycles: active,
    objectives: shown,
    otherCycles: cycles.filter(
      ({ id, state }) => state !== 'active' && shown.some(({ cycleId }) => cycleId === id),
    ),
    unavailable: null,
  };
};

/** Only what passes is borne: anything else is a mistake that nobody foresaw. */
const withoutOkrs = (error: unknown): Okrs => {
  const problem = problemOf(error) ?? storageProblemOf(error);
  if (problem === null) throw error;
  return { activeCycles: [], objectives: [], otherCycles: [], unavailable: problem };
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
