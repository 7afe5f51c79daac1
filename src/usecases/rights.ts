import { fail, problemOf } from '../contract/outcome';
import type { KeyResultView, ObjectiveView } from '../contract/views';
import type { ProjectId } from '../domain/ids';
import type { KeyResult, Objective, Scope } from '../domain/objective';
import { browsableProjects, readPermissions } from '../jira/permissions';
import type { Caller } from '../platform/caller';
import { restrictedProjects } from '../storage/plan';

/** What the caller may do with the company's OKRs and, where a project is named, with its. */
export type Rights = {
  readonly browsesProject: boolean;
  readonly managesCompany: boolean;
  readonly managesTeam: boolean;
};

/** What anybody may do who may do nothing more than see what everybody sees. */
export const NO_RIGHTS: Rights = { browsesProject: false, managesCompany: false, managesTeam: false };

/** Asks Jira, as the caller, in one request. A project that the caller may not see gives no rights in it. */
export const rightsIn = async (caller: Caller, projectId: ProjectId | null): Promise<Rights> => {
  const company = ['ADMINISTER', caller.permissionKey('manage-company-okrs')];
  const team = ['ADMINISTER_PROJECTS', caller.permissionKey('manage-team-okrs')];
  const held = await readPermissions(
    caller.jira,
    projectId ? [...company, ...team, 'BROWSE_PROJECTS'] : company,
    projectId,
  ).catch((error: unknown) => {
    if (problemOf(error)?.code === 'not-found') return readPermissions(caller.jira, company, null);
    throw error;
  });
  const browsesProject = held.has('BROWSE_PROJECTS');
  return {
    browsesProject,
    managesCompany: company.some((key) => held.has(key)),
    managesTeam: browsesProject && team.some((key) => held.has(key)),
  };
};

/** The rights that an objective's scope asks for. */
export const rightsFor = (caller: Caller, scope: Scope): Promise<Rights> =>
  rightsIn(caller, scope.type === 'team' ? scope.projectId : null);

/** May the caller set, change and archive objectives of this scope? */
export const managesScope = (rights: Rights, scope: Scope): boolean =>
  scope.type === 'company' ? rights.managesCompany : rights.managesTeam;

/** Who manages the scope edits its objectives; a team's objective is its owner's to edit too. */
export const mayEdit = (
  caller: Caller,
  rights: Rights,
  objective: Pick<Objective, 'scope' | 'owner'>,
): boolean =>
  managesScope(rights, objective.scope) ||
  (objective.scope.type === 'team' && objective.owner === caller.accountId);

/** A key result's owner checks in, and so does who may edit its objective. */
export const mayCheckIn = (
  caller: Caller,
  rights: Rights,
  objective: Pick<Objective, 'scope' | 'owner'>,
  keyResult: Pick<KeyResult, 'owner'>,
): boolean => keyResult.owner === caller.accountId || mayEdit(caller, rights, objective);

/** Those of the objectives that the caller may see: the company's, and teams' unless restricted to who may browse them. */
export const visibleOf = async (caller: Caller, objectives: readonly Objective[]): Promise<Objective[]> => {
  const projects = [
    ...new Set(objectives.flatMap(({ scope }) => (scope.type === 'team' ? [scope.projectId] : []))),
  ];
  if (projects.length === 0) return [...objectives];
  const restricted = await restrictedProjects(projects);
  const browsable = await browsableProjects(caller.jira, restricted);
  return objectives.filter(
    ({ scope }) =>
      scope.type === 'company' || !restricted.includes(scope.projectId) || browsable.has(scope.projectId),
  );
};

/** An objective with what the caller may do with it. */
export const viewOf = (caller: Caller, rights: Rights, objective: Objective): ObjectiveView => ({
  ...objective,
  mayEdit: mayEdit(caller, rights, objective),
  keyResults: objective.keyResults.map((keyResult): KeyResultView => ({
    ...keyResult,
    mayCheckIn: mayCheckIn(caller, rights, objective, keyResult),
  })),
});

/** A closed cycle is history, whoever looks at it. */
export const unchangeable = (objective: ObjectiveView): ObjectiveView => ({
  ...objective,
  mayEdit: false,
  keyResults: objective.keyResults.map((keyResult) => ({ ...keyResult, mayCheckIn: false })),
});

export const forbidden = (what: string, who: string): never =>
  fail({ code: 'forbidden', message: `You may not ${what}. Nothing was changed. Ask ${who}.` });

export const COMPANY_MANAGERS = 'somebody with the permission “Manage company OKRs”, or a Jira administrator';
export const TEAM_MANAGERS =
  'an administrator of the project, or somebody with its permission “Manage team OKRs”';

export const managersOf = (scope: Scope): string =>
  scope.type === 'company' ? COMPANY_MANAGERS : TEAM_MANAGERS;
