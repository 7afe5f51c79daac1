import { problemOf } from '../contract/outcome';
import { objectiveIdOf, type KeyResultId, type ObjectiveId, type ProjectId } from '../domain/ids';
import { columnText } from '../domain/key-result-column';
import type { Objective } from '../domain/objective';
import type { EffectiveTag } from '../domain/tag';
import { fetchAllIssues, NO_CUSTOM_FIELDS, type Issue } from '../jira/issues';
import { browsableProjects } from '../jira/permissions';
import { resolveTags } from '../jira/tags';
import { jiraAsApp } from '../platform/jira-as-app';
import { jiraAsNobody } from '../platform/jira-as-nobody';
import { loadObjectives } from '../storage/objectives';
import { restrictedProjects } from '../storage/plan';

/**
 * What the column says of each issue, by its id; issues that the app may not see are left out.
 *
 * Nobody says who looks, so a key result's title is told only where every viewer of the issue may see it: in projects
 * that are closed to the anonymous, the company's, an open team's, and a restricted team's on issues of its own project.
 * Where that cannot be found out no title is told.
 *
 * Costs, in points of the pool that all customers share, 1 + its issues for each 100, the same for the ancestors that
 * they inherit from, and 3 to ask what the anonymous may browse where anything is tagged; in storage one operation for
 * each 25 objectives and one for each 25 teams.
 */
export const loadKeyResultColumn = async (issueIds: readonly string[]): Promise<Column> =>
  columnOf(await fetchAllIssues(jiraAsApp, [...new Set(issueIds)], NO_CUSTOM_FIELDS));

/** What the column says of issues, by their ids. */
export type Column = ReadonlyMap<string, string | null>;

/** The same for issues that were read as the app. */
export const columnOf = async (issues: readonly Issue[]): Promise<Column> => {
  const tags = await resolveTags(jiraAsApp, issues);
  const titleIn = await titlesFor(
    [...tags.values()].flatMap((tag) => keyResultsOf(tag)),
    issues.filter(({ id }) => keyResultsOf(tags.get(id)).length > 0).map(({ projectId }) => projectId),
  );
  return new Map(
    issues.map(({ id, projectId }) => [
      id,
      columnText(tags.get(id)?.tag ?? null, (keyResultId) => titleIn(projectId, keyResultId)),
    ]),
  );
};

const keyResultsOf = (tag: EffectiveTag | null | undefined): readonly KeyResultId[] =>
  tag?.tag.state === 'tagged' ? tag.tag.keyResults : [];

type TitleIn = (projectId: string, keyResultId: KeyResultId) => string | null;

/** A key result's title on the issues of a project, `null` where somebody who sees them may not see it. */
const titlesFor = async (
  keyResultIds: readonly KeyResultId[],
  projectIds: readonly string[],
): Promise<TitleIn> => {
  const [okrs, anonymous] = await Promise.all([
    okrsOf(keyResultIds.map(objectiveIdOf)).catch(unlessForeseen),
    browsableProjects(jiraAsNobody, [...new Set(projectIds)]).catch(unlessForeseen),
  ]);
  if (okrs === null || anonymous === null) return () => null;
  return (projectId, keyResultId) => {
    const objective = okrs.objectives.get(objectiveIdOf(keyResultId));
    if (!objective || anonymous.has(projectId) || !isSeenFrom(projectId, objective, okrs.restricted))
      return null;
    return objective.keyResults.find(({ id }) => id === keyResultId)?.title ?? null;
  };
};

type Okrs = {
  readonly objectives: ReadonlyMap<ObjectiveId, Objective>;
  /** The teams that keep their OKRs to who may browse their projects. */
  readonly restricted: readonly ProjectId[];
};

const okrsOf = async (ids: readonly ObjectiveId[]): Promise<Okrs> => {
  const objectives = (await loadObjectives(ids)).map(({ value }) => value);
  const teams = objectives.flatMap(({ scope }) => (scope.type === 'team' ? [scope.projectId] : []));
  return {
    objectives: new Map(objectives.map((objective) => [objective.id, objective])),
    restricted: await restrictedProjects(teams),
  };
};

/** May everybody who is logged in and sees the project's issues see the objective? */
const isSeenFrom = (projectId: string, { scope }: Objective, restricted: readonly ProjectId[]): boolean =>
  scope.type === 'company' || scope.projectId === projectId || !restricted.includes(scope.projectId);

/** What passes costs the titles, not the column: anything else is a mistake that nobody foresaw. */
const unlessForeseen = (error: unknown): null => {
  if (problemOf(error) === null) throw error;
  return null;
};
