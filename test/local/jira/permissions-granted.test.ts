import type { Grant } from '../../../local/jira/permission-scheme';
import { aPermissionScheme, anIssue, aProject, aSite } from '../../builders/a-site';
import { aJira } from './a-jira';
import { jiraWhere } from './jira-where';

const APP_KEY = (key: string): string => `ari:cloud:ecosystem::extension/app/environment/static/${key}`;

const EVERYBODY = ['admin', 'anonymous', 'app', 'keeper', 'member', 'outsider', 'viewer'];

describe('a permission that a scheme grants', () => {
  const holders = async (jira: ReturnType<typeof aJira>, where: string): Promise<string[]> => {
    const held: string[] = [];
    for (const who of EVERYBODY) {
      const { body } = await jira.ask(
        who,
        'GET',
        `/rest/api/3/mypermissions?permissions=EDIT_ISSUES&${where}`,
      );
      const { permissions } = body as { permissions: Record<string, { havePermission: boolean }> };
      if (permissions['EDIT_ISSUES']?.havePermission) held.push(who);
    }
    return held;
  };
  const LOGGED_IN = EVERYBODY.filter((who) => who !== 'anonymous');

  it.each<[string, Grant, string[], string[]]>([
    ['anyone', { to: 'anyone' }, EVERYBODY, EVERYBODY],
    ['everybody logged in', { to: 'logged-in' }, LOGGED_IN, LOGGED_IN],
    ['a group', { to: 'group', groupId: 'g-okr' }, ['keeper'], ['keeper']],
    ['an account', { to: 'account', accountId: 'account-outsider' }, ['outsider'], ['outsider']],
    ['a role', { to: 'role', role: 'Member' }, ['admin', 'member'], ['admin', 'member']],
    ['the lead', { to: 'project-lead' }, ['admin'], ['admin']],
    ['the app', { to: 'app' }, ['app'], ['app']],
    ['who reported an issue', { to: 'reporter' }, LOGGED_IN, ['viewer']],
    ['who an issue is assigned to', { to: 'assignee' }, LOGGED_IN, ['member']],
  ])('to %s is held by them: in the project, and on an issue', async (_whom, grant, inProject, onIssue) => {
    const jira = jiraWhere('EDIT_ISSUES', [grant]);
    expect(await holders(jira, 'projectKey=TEAM')).toEqual(inProject);
    expect(await holders(jira, 'issueKey=TEAM-1')).toEqual(onIssue);
  });

  it('to who reported an issue lets them write that one and no other', async () => {
    const jira = jiraWhere('EDIT_ISSUES', [{ to: 'reporter' }]);
    const write = async (who: string, key: string) =>
      (await jira.ask(who, 'PUT', `/rest/api/3/issue/${key}/properties/tag`, { size: 1 })).status;
    expect(await write('viewer', 'TEAM-1')).toBe(201);
    expect(await write('viewer', 'TEAM-2')).toBe(403);
    expect(await write('member', 'TEAM-1')).toBe(403);
  });

  it('is told for each project and each issue by the check of many', async () => {
    const jira = jiraWhere('EDIT_ISSUES', [{ to: 'reporter' }]);
    const projectPermissions = [{ permissions: ['EDIT_ISSUES'], projects: [10000], issues: [10001, 10002] }];
    const { body } = await jira.ask('viewer', 'POST', '/rest/api/3/permissions/check', {
      projectPermissions,
    });
    expect(body).toMatchObject({
      projectPermissions: [{ permission: 'EDIT_ISSUES', projects: [10000], issues: [10001] }],
    });
  });

  it('to browse one’s own issues shows the project, and of its issues those', async () => {
    const jira = jiraWhere('EDIT_ISSUES', [], [{ to: 'assignee' }]);
    expect((await jira.ask('member', 'GET', '/rest/api/3/project/TEAM')).status).toBe(200);
    expect(await jira.keys('member', 'project = TEAM')).toEqual(['TEAM-1']);
    expect((await jira.ask('member', 'GET', '/rest/api/3/issue/TEAM-2')).status).toBe(404);
  });

  it('changes for every project of the scheme at once, with roles that each project fills itself', async () => {
    const scheme = aPermissionScheme();
    const jira = aJira([], { permissionSchemes: [scheme] });
    const mayLink = async (who: string) => {
      const { body } = await jira.ask(who, 'POST', '/rest/api/3/permissions/check', {
        projectPermissions: [{ permissions: ['LINK_ISSUES'], projects: [10000, 10001] }],
      });
      return (body as { projectPermissions: { projects: number[] }[] }).projectPermissions[0]?.projects;
    };
    expect(await mayLink('member')).toEqual([]);
    scheme.permissions['LINK_ISSUES'] = [{ to: 'role', role: 'Member' }];
    expect(await mayLink('member')).toEqual([10000]);
    expect(await mayLink('keeper')).toEqual([10001]);
  });
});

describe('checking many permissions', () => {
  const jira = aJira([anIssue('TEAM-1')]);
  const check = (body: unknown, who = 'member') =>
    jira.ask(who, 'POST', '/rest/api/3/permissions/check', body);

  it.each([
    ['no permission in an entry', { projectPermissions: [{ permissions: [], projects: [10000] }] }],
    ['an unknown project permission', { projectPermissions: [{ permissions: ['MAKE_COFFEE'] }] }],
    ['a project permission among the global ones', { globalPermissions: ['EDIT_ISSUES'] }],
    ['a global permission among the project ones', { projectPermissions: [{ permissions: ['ADMINISTER'] }] }],
  ])('refuses %s', async (_what, body) => {
    expect((await check(body)).status).toBe(400);
  });

  it('passes over nulls and empty keys', async () => {
    const { body } = await check({
      globalPermissions: null,
      projectPermissions: [null, { permissions: ['', 'EDIT_ISSUES'], projects: [null, 10000], issues: null }],
    });
    expect(body).toMatchObject({ projectPermissions: [{ permission: 'EDIT_ISSUES', projects: [10000] }] });
  });

  it('answers whoever is not logged in with what anyone holds', async () => {
    const open = jiraWhere('EDIT_ISSUES', []);
    const asked = {
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [{ permissions: ['BROWSE_PROJECTS', 'EDIT_ISSUES'], projects: [10000] }],
    };
    expect((await open.ask('anonymous', 'POST', '/rest/api/3/permissions/check', asked)).body).toEqual({
      globalPermissions: [],
      projectPermissions: [
        { permission: 'BROWSE_PROJECTS', projects: [10000], issues: [] },
        { permission: 'EDIT_ISSUES', projects: [], issues: [] },
      ],
    });
  });
});

describe('a global permission of the app', () => {
  const held = async (declared: object, granted?: Grant[]): Promise<string[]> => {
    const { ADMINISTER = [] } = aSite().globalPermissions;
    const jira = aJira(
      [],
      { globalPermissions: { ADMINISTER, ...(granted === undefined ? {} : { plan: granted }) } },
      {
        appPermissionKeys: {
          global: [{ key: 'plan', name: 'Plan', description: '', ...declared }],
          project: [],
        },
      },
    );
    const holders: string[] = [];
    for (const who of EVERYBODY) {
      const { body } = await jira.ask(who, 'GET', `/rest/api/3/mypermissions?permissions=${APP_KEY('plan')}`);
      const { permissions } = body as { permissions: Record<string, { havePermission: boolean }> };
      if (permissions[APP_KEY('plan')]?.havePermission) holders.push(who);
    }
    return holders;
  };

  it('is held by whom the manifest grants it, until the site grants it otherwise', async () => {
    expect(await held({ defaultGrants: ['jira-administrators'] })).toEqual(['admin']);
    expect(await held({ defaultGrants: ['none'] })).toEqual([]);
    expect(await held({})).toEqual([]);
    expect(await held({ defaultGrants: ['all'] })).toEqual(EVERYBODY.filter((who) => who !== 'anonymous'));
    expect(await held({ defaultGrants: ['all'] }, [{ to: 'group', groupId: 'g-okr' }])).toEqual(['keeper']);
  });

  it('is for who is not logged in only where the manifest allows it', async () => {
    const all = { defaultGrants: ['all'] };
    expect(await held({ ...all, anonymousAllowed: true })).toEqual(EVERYBODY);
    expect(await held({ ...all, anonymousAllowed: false })).not.toContain('anonymous');
  });
});

describe('the app', () => {
  it('sees as itself the projects whose scheme lets it in, and administers nothing', async () => {
    const closed = aPermissionScheme({ id: 'closed' });
    closed.permissions['BROWSE_PROJECTS'] = [{ to: 'role', role: 'Member' }];
    const jira = aJira([anIssue('TEAM-1'), anIssue('SECRET-1')], {
      permissionSchemes: [aPermissionScheme(), closed],
      projects: [
        aProject('10000', 'TEAM', ['account-member'], []),
        { ...aProject('10001', 'SECRET', ['account-keeper'], []), permissionSchemeId: 'closed' },
      ],
    });
    expect(await jira.keys('app', 'created > -52w')).toEqual(['TEAM-1']);
    expect((await jira.ask('app', 'GET', '/rest/api/3/issue/SECRET-1')).status).toBe(404);
    expect((await jira.ask('app', 'PUT', '/rest/api/3/issue/SECRET-1/properties/tag', {})).status).toBe(404);
    const { body } = await jira.ask('app', 'GET', '/rest/api/3/mypermissions?permissions=ADMINISTER');
    expect(body).toMatchObject({ permissions: { ADMINISTER: { havePermission: false } } });
  });
});
