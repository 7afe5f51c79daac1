import { permissionOverview } from '../../../local/jira/permission-overview';
import { anIssue, aProject, aSite } from '../../builders/a-site';

test('tells who holds what on the site and in each project, and how many issues a level hides', () => {
  const project = { ...aProject('10000', 'TEAM', ['account-member'], []), securitySchemeId: 'levels' };
  const site = aSite({
    projects: [project],
    permissionSchemes: [
      {
        id: 'team-scheme',
        name: 'Teams',
        permissions: { EDIT_ISSUES: [{ to: 'role', role: 'Member' }, { to: 'app' }] },
      },
    ],
    securitySchemes: [
      {
        id: 'levels',
        name: 'Levels',
        levels: [
          { id: '1', name: 'Confidential', description: '', members: [{ to: 'group', groupId: 'g-okr' }] },
        ],
      },
    ],
    issues: [anIssue('TEAM-1', { securityLevelId: '1' }), anIssue('TEAM-2')],
  });
  expect(permissionOverview(site)).toMatchObject({
    global: [
      { permission: 'ADMINISTER', holders: ['group site-admins'] },
      { permission: 'manage-company-okrs', holders: ['group site-admins', 'group company-okr-managers'] },
    ],
    projects: [
      {
        key: 'TEAM',
        scheme: 'Teams',
        permissions: [{ permission: 'EDIT_ISSUES', holders: ['role Member', 'the installed app'] }],
        roles: [
          { role: 'Member', holders: ['Member Person'] },
          { role: 'Viewer', holders: [] },
          { role: 'OKR manager', holders: ['Viewer Person'] },
        ],
        securityLevels: [{ level: 'Confidential', members: ['group company-okr-managers'], issues: 1 }],
      },
    ],
  });
});
