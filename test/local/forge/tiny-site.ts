import type { Account, Site } from '../../../local/jira/model';

const account = (userName: string): Account => ({
  accountId: `account-${userName}`,
  userName,
  displayName: userName,
  emailAddress: `${userName}@example.test`,
  active: true,
  timeZone: 'Europe/Berlin',
  locale: 'de_DE',
  about: `The fixture's ${userName}.`,
});

/** The least that the stand-in's Jira can serve: three people, one project, one dashboard, no issues. */
export const tinySite = (): Site => ({
  name: 'Tiny',
  tour: [],
  accounts: [account('admin'), account('mona'), account('outsider')],
  groups: [{ groupId: 'g1', name: 'site-admins', members: ['account-admin'] }],
  globalPermissions: { ADMINISTER: [{ to: 'group', groupId: 'g1' }] },
  permissionSchemes: [
    {
      id: 'tiny',
      name: 'Tiny',
      permissions: { BROWSE_PROJECTS: [{ to: 'role', role: 'Members' }, { to: 'app' }] },
    },
  ],
  securitySchemes: [],
  projects: [
    {
      id: '10000',
      key: 'TINY',
      name: 'Tiny',
      description: '',
      lead: 'account-admin',
      roles: { Members: { accounts: ['account-mona'], groups: [] } },
      permissionSchemeId: 'tiny',
      securitySchemeId: null,
      issueTypeIds: [],
    },
  ],
  issueTypes: [],
  statuses: [],
  priorities: [],
  resolutions: [],
  customFields: [],
  boards: [],
  sprints: [],
  issues: [],
  dashboards: [{ id: '1', name: 'Tiny', items: [{ id: '2', moduleKey: 'fixture-panel', config: null }] }],
});
