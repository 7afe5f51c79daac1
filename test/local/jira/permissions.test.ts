import { anIssue } from '../../builders/a-site';
import { aJira } from './a-jira';

const APP_KEY = (key: string): string => `ari:cloud:ecosystem::extension/app/environment/static/${key}`;

describe('permissions', () => {
  const jira = aJira([anIssue('TEAM-1'), anIssue('SECRET-1')]);
  const mine = async (who: string, query: string): Promise<unknown> => {
    const { status, body } = await jira.ask(who, 'GET', `/rest/api/3/mypermissions?${query}`);
    if (status !== 200) return status;
    const { permissions } = body as { permissions: Record<string, { havePermission: boolean }> };
    return Object.values(permissions).map(({ havePermission }) => havePermission);
  };

  it.each([
    ['member', 'permissions=EDIT_ISSUES,ADMINISTER_PROJECTS&projectKey=TEAM', [true, false]],
    ['admin', 'permissions=ADMINISTER,ADMINISTER_PROJECTS&projectId=10000', [true, true]],
    ['viewer', 'permissions=BROWSE_PROJECTS,EDIT_ISSUES&issueKey=TEAM-1', [true, false]],
    ['viewer', `permissions=${APP_KEY('manage-team-okrs')}&projectKey=TEAM`, [true]],
    ['member', `permissions=${APP_KEY('manage-team-okrs')}&projectKey=TEAM`, [false]],
    ['keeper', `permissions=ADMINISTER,${APP_KEY('manage-company-okrs')}`, [false, true]],
    ['admin', `permissions=${APP_KEY('manage-company-okrs')}`, [true]],
    ['outsider', 'permissions=BROWSE_PROJECTS', [false]],
    ['anonymous', 'permissions=BROWSE_PROJECTS,ADMINISTER', [false, false]],
    ['app', 'permissions=EDIT_ISSUES&projectKey=SECRET', [true]],
    ['member', 'permissions=EDIT_ISSUES&projectKey=SECRET', 404],
    ['member', 'permissions=EDIT_ISSUES&issueId=20001', 404],
    ['member', 'permissions=MAKE_COFFEE', 400],
    ['member', `permissions=${APP_KEY('unknown')}`, 400],
    ['member', 'projectKey=TEAM', 400],
  ])('tells %s about %s', async (who, query, expected) => {
    expect(await mine(who, query)).toEqual(expected);
  });

  it('names the full key of an app permission in the reply, and costs two points for each', async () => {
    const key = APP_KEY('manage-team-okrs');
    const { body, points } = await jira.ask('viewer', 'GET', `/rest/api/3/mypermissions?permissions=${key}`);
    expect(body).toMatchObject({ permissions: { [key]: { key, type: 'PROJECT', havePermission: true } } });
    expect(points).toBe(3);
  });

  it('checks many projects and issues at once, passing over unknown ids', async () => {
    const { body } = await jira.ask('member', 'POST', '/rest/api/3/permissions/check', {
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [
        {
          permissions: ['EDIT_ISSUES', 'ADMINISTER_PROJECTS'],
          projects: [10000, 10001, 5],
          issues: [10001, 20001],
        },
      ],
    });
    expect(body).toEqual({
      globalPermissions: [],
      projectPermissions: [
        { permission: 'EDIT_ISSUES', projects: [10000], issues: [10001] },
        { permission: 'ADMINISTER_PROJECTS', projects: [], issues: [] },
      ],
    });
  });

  it('checks up to 1,000 issues that exist, and refuses more', async () => {
    const issues = Array.from({ length: 1001 }, (_, at) => anIssue(`TEAM-${at + 1}`));
    const jira = aJira(issues);
    const check = (ids: readonly number[]) =>
      jira.ask('member', 'POST', '/rest/api/3/permissions/check', {
        projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: ids, projects: [] }],
      });
    const ids = issues.map(({ id }) => Number(id));
    expect((await check(ids)).status).toBe(400);
    expect((await check([...ids.slice(1), 99])).body).toMatchObject({
      projectPermissions: [{ permission: 'EDIT_ISSUES', issues: ids.slice(1) }],
    });
  });

  it('lets only administrators and the app ask about somebody else', async () => {
    const asked = {
      accountId: 'account-keeper',
      projectPermissions: [{ permissions: ['EDIT_ISSUES'], projects: [10001] }],
    };
    expect((await jira.ask('member', 'POST', '/rest/api/3/permissions/check', asked)).status).toBe(403);
    for (const who of ['admin', 'app']) {
      expect((await jira.ask(who, 'POST', '/rest/api/3/permissions/check', asked)).body).toMatchObject({
        projectPermissions: [{ projects: [10001] }],
      });
    }
  });

  it('shows each only the projects, boards and issues they may browse', async () => {
    const projects = async (who: string) => {
      const { body } = await jira.ask(who, 'GET', '/rest/api/3/project/search');
      return (body as { values: { key: string }[] }).values.map(({ key }) => key);
    };
    expect(await projects('member')).toEqual(['TEAM']);
    expect(await projects('keeper')).toEqual(['SECRET', 'TEAM']);
    expect(await projects('anonymous')).toEqual([]);
    expect((await jira.ask('outsider', 'GET', '/rest/agile/1.0/board')).body).toMatchObject({ total: 0 });
    expect((await jira.ask('outsider', 'GET', '/rest/agile/1.0/sprint/2')).status).toBe(404);
    expect(await jira.keys('outsider', 'created > -52w')).toEqual([]);
    expect(await jira.keys('app', 'created > -52w')).toEqual(['SECRET-1', 'TEAM-1']);
  });

  it('lets Jira’s administrators know of every project, also of those that they may not browse', async () => {
    const projects = async (action: string) => {
      const { body } = await jira.ask('admin', 'GET', `/rest/api/3/project/search?action=${action}`);
      return (body as { values: { key: string }[] }).values.map(({ key }) => key);
    };
    expect(await projects('view')).toEqual(['SECRET', 'TEAM']);
    expect(await projects('browse')).toEqual(['TEAM']);
    expect((await jira.ask('admin', 'GET', '/rest/api/3/project/SECRET')).status).toBe(404);
  });
});
