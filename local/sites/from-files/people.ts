import type { Account, Grant, Group, IssueType, Project } from '../../jira/model';
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
    permissions: {
      BROWSE_PROJECTS: roles('Administrators', 'Members', 'Viewers'),
      CREATE_ISSUES: roles('Administrators', 'Members'),
      EDIT_ISSUES: roles('Administrators', 'Members'),
      TRANSITION_ISSUES: roles('Administrators', 'Members'),
      ASSIGN_ISSUES: roles('Administrators', 'Members'),
      ADMINISTER_PROJECTS: roles('Administrators'),
      MANAGE_SPRINTS_PERMISSION: roles('Administrators', 'Members'),
      'manage-team-okrs': roles('Administrators'),
    },
    issueTypeIds: types.map((type) => type.id),
  }));

const INVENTED = [
  ['admin', 'Site administrator', 'Site administrator: may do everything, in Jira and in the app.'],
  ['lead', 'Project administrator', 'Administers every project and so its OKRs, not the company’s.'],
  ['member', 'Member', 'A member of every project: edits and tags issues.'],
  ['viewer', 'Viewer', 'May browse every project and change nothing.'],
  ['outsider', 'Outsider', 'Has a login and no project.'],
] as const;

const isInvented = (id: string): boolean => INVENTED.some(([known]) => known === id);

const roles = (...names: string[]): Grant[] => names.map((role) => ({ to: 'role', role }));

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
