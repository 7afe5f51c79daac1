import type { Site } from '../../../local/jira/model';
import { upgradeSite } from '../../../local/sites/upgrade-site';
import { anIssue, aSite } from '../../builders/a-site';
import { aJira } from '../jira/a-jira';

/** A site as older state files hold it: permissions in the project, no schemes, nothing about the app. */
const keptSite = () => {
  const { permissionSchemes: _p, securitySchemes: _s, globalPermissions: _g, ...rest } = aSite();
  return {
    ...rest,
    groups: [
      { groupId: 'site-admins', name: 'site-admins', members: ['account-admin'] },
      { groupId: 'company-okr-managers', name: 'company-okr-managers', members: ['account-keeper'] },
    ],
    issues: [anIssue('TEAM-1'), anIssue('SECRET-1')],
    projects: rest.projects.map(({ permissionSchemeId: _scheme, securitySchemeId: _levels, ...project }) => ({
      ...project,
      permissions: {
        BROWSE_PROJECTS: [{ to: 'role' as const, role: 'Member' }],
        EDIT_ISSUES: [{ to: 'account' as const, accountId: 'account-keeper' }],
      },
    })),
  };
};

const jiraOf = ({ issues, ...site }: Site) => aJira(issues, site);

const held = async (jira: ReturnType<typeof aJira>, who: string, query: string) => {
  const { body } = await jira.ask(who, 'GET', `/rest/api/3/mypermissions?permissions=${query}`);
  const { permissions } = body as { permissions: Record<string, { havePermission: boolean }> };
  return Object.values(permissions).map(({ havePermission }) => havePermission);
};

test('a site that was kept without schemes gives everybody what they had, and the app everything', async () => {
  const jira = jiraOf(upgradeSite(keptSite()));
  expect(await jira.keys('member', 'created > -52w')).toEqual(['TEAM-1']);
  expect(await jira.keys('keeper', 'created > -52w')).toEqual(['SECRET-1']);
  expect((await jira.keys('app', 'created > -52w')).sort()).toEqual(['SECRET-1', 'TEAM-1']);
  const project = 'EDIT_ISSUES&projectKey';
  expect(await held(jira, 'keeper', `${project}=SECRET`)).toEqual([true]);
  expect(await held(jira, 'member', `${project}=TEAM`)).toEqual([false]);
  const company = 'ari:cloud:ecosystem::extension/app/environment/static/manage-company-okrs';
  expect(await held(jira, 'admin', `ADMINISTER,${company}`)).toEqual([true, true]);
  expect(await held(jira, 'keeper', `ADMINISTER,${company}`)).toEqual([false, true]);
  expect(await held(jira, 'member', `ADMINISTER,${company}`)).toEqual([false, false]);
});

test('a site of today stays as it is', () => {
  const site = aSite();
  expect(upgradeSite(site)).toBe(site);
});
