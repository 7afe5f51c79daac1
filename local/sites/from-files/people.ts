import type { Account, Group, IssueType, Project, Site } from '../../jira/model';
import type { Grant, PermissionScheme } from '../../jira/permission-scheme';
import type { IssueRow } from './rows';

/** The invented accounts, and everybody whom an issue names as assignee or reporter. */
export const peopleOf = (rows: readonly IssueRow[]): Account[] => {
  const named = new Set(
    rows.flatMap(({ assignee, reporter }) => [assignee, reporter]).filter((id) => id !== null),
  );
  const invented = INVENTED.map(([id, name, about]) => account(id, name, about));
  const others = [...named].filter((id) => !INVENTED.some(([known]) => known === id)).sort();
  return [
    ...invented,
    ...others.map((id) => account(id, id, 'Named in the issues: a member of every project.')),
  ];
};

export const groupsOf = (people: readonly Account[]): Group[] => [
  { groupId: 'site-admins', name: 'site-admins', members: ['admin'] },
  { groupId: 'company-okr-managers', name: 'company-okr-managers', members: [] },
  {
    groupId: 'people',
    name: 'people',
    members: people.map(({ accountId }) => accountId).filter((id) => !isInvented(id)),
  },
];

export const projectsOf = (
  projects: readonly { readonly id: string; readonly key: string }[],
  types: readonly IssueType[],
): Project[] =>
  projects.map(({ id, key }) => ({
    id,
    key,
    name: key,
    description: '',
    lead: 'lead',
    roles: {
      Administrators: { accounts: ['admin', 'lead'], groups: [] },
      Members: { accounts: ['member'], groups: ['people'] },
      Viewers: { accounts: ['viewer'], groups: [] },
    },
    permissionSchemeId: SCHEME,
    securitySchemeId: null,
    issueTypeIds: types.map((type) => type.id),
  }));

/** The one scheme of all projects. */
export const permissionSchemes = (): PermissionScheme[] => [
  {
    id: SCHEME,
    name: 'Every project',
    permissions: {
      BROWSE_PROJECTS: [...WORK, ...roles('Viewers')],
      CREATE_ISSUES: [...WORK],
      EDIT_ISSUES: [...WORK],
      DELETE_ISSUES: [...roles('Administrators'), { to: 'app' }],
      TRANSITION_ISSUES: [...WORK],
      ASSIGN_ISSUES: [...WORK],
      ADMINISTER_PROJECTS: [...roles('Administrators'), { to: 'app' }],
      MANAGE_SPRINTS_PERMISSION: [...WORK],
      'manage-team-okrs': roles('Administrators'),
    },
  },
];

export const globalPermissions = (): Site['globalPermissions'] => ({
  ADMINISTER: groups('site-admins'),
  'manage-company-okrs': groups('site-admins', 'company-okr-managers'),
});

const SCHEME = '10000';

const INVENTED = [
  ['admin', 'Site administrator', 'Site administrator: may do everything, in Jira and in the app.'],
  ['lead', 'Project administrator', 'Administers every project and so its OKRs, not the company’s.'],
  ['member', 'Member', 'A member of every project: edits and tags issues.'],
  ['viewer', 'Viewer', 'May browse every project and change nothing.'],
  ['outsider', 'Outsider', 'Has a login and no project.'],
] as const;

const isInvented = (id: string): boolean => INVENTED.some(([known]) => known === id);

const roles = (...names: string[]): Grant[] => names.map((role) => ({ to: 'role', role }));

const groups = (...ids: string[]): Grant[] => ids.map((groupId) => ({ to: 'group', groupId }));

const WORK: readonly Grant[] = [...roles('Administrators', 'Members'), { to: 'app' }];

const account = (id: string, displayName: string, about: string): Account => ({
  accountId: id,
  userName: id,
  displayName,
  emailAddress: `${id.replaceAll(':', '.')}@site.example`,
  active: true,
  timeZone: 'Etc/UTC',
  locale: 'en_GB',
  about,
});
