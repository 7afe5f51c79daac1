import type { SourceMutant } from './source-mutants';

/**
 * Source mutants after which everybody is answered as before, with the reason: they cost a request more, or undo one of
 * two guards that each suffice. `npm run mutations` looks that no cell of the table notices them after all.
 */
export const EQUIVALENT: readonly {
  readonly why: string;
  readonly file: string;
  /** The declarations that it holds of. */
  readonly within: readonly string[];
  readonly changes: readonly string[];
}[] = [
  {
    why: 'Without a project Jira is asked about any project, and no right in a project is made of the answer.',
    file: 'usecases/rights.ts',
    within: ['rightsIn'],
    changes: ["projectId ? [...company, ...team, 'BROWSE_PROJECTS'] : company → always the first"],
  },
  {
    why: 'Whatever else Jira refused, it refuses again when asked about the site.',
    file: 'usecases/rights.ts',
    within: ['rightsIn'],
    changes: ["problemOf(error)?.code === 'not-found' → true"],
  },
  {
    why: 'Jira tells nobody of rights in a project that they may not browse; the guard holds should it ever.',
    file: 'usecases/rights.ts',
    within: ['rightsIn'],
    changes: ['browsesProject && team.some((key) => held.has(key)) → (team.some((key) => held.has(key)))'],
  },
  {
    why: 'Jira refuses here for no other reason, and whatever it were, nobody would be allowed anything for it.',
    file: 'usecases/sprint-planning-rights.ts',
    within: ['planningRights'],
    changes: ["problemOf(error)?.code === 'not-found' → true"],
  },
  {
    why: 'Jira tells nobody of rights in a project that they may not browse; the guard holds should it ever.',
    file: 'usecases/sprint-planning-rights.ts',
    within: ['planningRights'],
    changes: [
      'browsesProject && planners.some((key) => held.has(key)) → (planners.some((key) => held.has(key)))',
    ],
  },
  {
    why: 'Whether somebody may use Jira’s bulk edit only words what Jira itself refuses them, in the browser.',
    file: 'jira/permissions.ts',
    within: ['readBulkRights'],
    changes: [
      '[BULK_CHANGE] → []',
      'reply.globalPermissions.includes(BULK_CHANGE) → true',
      'reply.globalPermissions.includes(BULK_CHANGE) → false',
      'reply.globalPermissions.includes(BULK_CHANGE) → !(reply.globalPermissions.includes(BULK_CHANGE))',
    ],
  },
  {
    why: 'The company has no project, and what is not there is neither restricted nor asked about.',
    file: 'usecases/rights.ts',
    within: ['rightsFor', 'visibleOf'],
    changes: [
      "scope.type === 'team' → true",
      "scope.type === 'team' ? scope.projectId : null → always the first",
      "scope.type === 'team' ? [scope.projectId] : [] → always the first",
      "scope.type === 'company' → false",
      "scope.type === 'company' || !restricted.includes(scope.projectId) → (!restricted.includes(scope.projectId))",
    ],
  },
  {
    why: 'Where nothing is to be asked, asking for nothing answers the same.',
    file: 'usecases/rights.ts',
    within: ['visibleOf'],
    changes: ['projects.length === 0 → false'],
  },
  {
    why: 'Where nothing is to be asked, asking for nothing answers the same.',
    file: 'usecases/save-tag.ts',
    within: ['checkAdded'],
    changes: ['added.length === 0 → false'],
  },
  {
    why: 'Where nothing is to be asked, asking for nothing answers the same.',
    file: 'jira/permissions.ts',
    within: ['browsableProjects'],
    changes: ['projectIds.length === 0 → false', 'projects ?? [] → (projects)'],
  },
  {
    why: 'Words that tell whom to ask.',
    file: 'usecases/rights.ts',
    within: ['managersOf'],
    changes: [
      "scope.type === 'company' → (scope.type) !== ('company')",
      "scope.type === 'company' → true",
      "scope.type === 'company' → false",
      "scope.type === 'company' ? COMPANY_MANAGERS : TEAM_MANAGERS → turned round",
      "scope.type === 'company' ? COMPANY_MANAGERS : TEAM_MANAGERS → always the first",
      "scope.type === 'company' ? COMPANY_MANAGERS : TEAM_MANAGERS → always the second",
    ],
  },
  {
    why: 'The viewer browses the issue’s project, so asking about its objectives as well answers the same.',
    file: 'usecases/load-issue-panel.ts',
    within: ['visibleInProject'],
    changes: [
      "scope.type === 'team' → true",
      'scope.projectId !== projectId → true',
      "scope.type === 'team' && scope.projectId !== projectId → (scope.type === 'team') || (scope.projectId !== projectId)",
      "scope.type === 'team' && scope.projectId !== projectId → (scope.type === 'team')",
      "scope.type === 'team' && scope.projectId !== projectId → (scope.projectId !== projectId)",
      'objectives.filter(isForeign) → everything',
    ],
  },
  {
    why: 'What is told beside the refusal, to somebody who manages the objective that it tells of.',
    file: 'usecases/save-objective.ts',
    within: ['findOwnFirstTry'],
    changes: ['isSamePlace ? { current: viewOf(caller, rights, existing.value) } : {} → always the second'],
  },
];

export const isEquivalent = ({ where, within, change }: SourceMutant): boolean =>
  EQUIVALENT.some(
    (one) => where.startsWith(`${one.file}:`) && one.within.includes(within) && one.changes.includes(change),
  );
