import type { ProjectId } from '../domain/ids';
import type { Objective, Scope } from '../domain/objective';
import { readGrants, type Grants } from '../jira/permissions';
import type { Caller } from '../platform/caller';
import { restrictedProjects } from '../storage/plan';
import { NO_RIGHTS, type Rights } from './rights';
import { SPRINT_PLANNERS } from './sprint-planning-rights';

/** What somebody who looks at a review may see and do, in one Jira request for up to 1,000 issues. */
export type ReviewGrants = {
  readonly browses: (issueId: string) => boolean;
  readonly rightsIn: (scope: Scope) => Rights;
  /** Whether the OKRs of a scope may be seen: the company's, and a team's unless it keeps them to itself. */
  readonly sees: (scope: Scope) => boolean;
  readonly mayPlan: (projectId: ProjectId | null) => boolean;
};

/** Asks storage which teams keep their OKRs to themselves, in one operation, and Jira everything else. */
export const readReviewGrants = async (
  caller: Caller,
  about: {
    readonly projectIds: readonly ProjectId[];
    readonly objectives: readonly Objective[];
    readonly issueIds: readonly string[];
  },
): Promise<ReviewGrants> => {
  const teams = about.objectives.flatMap(({ scope }) => (scope.type === 'team' ? [scope.projectId] : []));
  const projectIds = [...new Set([...about.projectIds, ...teams])];
  const company = ['ADMINISTER', caller.permissionKey('manage-company-okrs')];
  const team = ['ADMINISTER_PROJECTS', caller.permissionKey('manage-team-okrs')];
  const [restricted, grants] = await Promise.all([
    restrictedProjects(projectIds),
    readGrants(caller.jira, {
      globalPermissions: company,
      projectPermissions: ['BROWSE_PROJECTS', SPRINT_PLANNERS, ...team],
      projectIds,
      issueIds: about.issueIds,
    }),
  ]);
  const holds = (projectId: ProjectId, permissions: readonly string[]): boolean => {
    const held = grants.inProject(projectId);
    return held.has('BROWSE_PROJECTS') && permissions.some((key) => held.has(key));
  };
  const managesCompany = company.some((key) => grants.global.has(key));
  return {
    browses: (issueId) => grants.browsableIssues.has(issueId),
    rightsIn: (scope) =>
      scope.type === 'company'
        ? { ...NO_RIGHTS, managesCompany }
        : {
            browsesProject: browses(grants, scope.projectId),
            managesCompany,
            managesTeam: holds(scope.projectId, team),
          },
    sees: (scope) =>
      scope.type === 'company' || !restricted.includes(scope.projectId) || browses(grants, scope.projectId),
    mayPlan: (projectId) => projectId !== null && holds(projectId, [SPRINT_PLANNERS, ...team]),
  };
};

const browses = ({ inProject }: Grants, projectId: ProjectId): boolean =>
  inProject(projectId).has('BROWSE_PROJECTS');
