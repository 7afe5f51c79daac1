import type { Module } from '../../../local/forge/manifest';
import type { Site } from '../../../local/jira/model';
import { handlePagesApi } from '../../../local/pages-api';
import { anIssue, aProject, aSite } from '../../builders/a-site';

const aHost = () => {
  const dashboards: Site['dashboards'] = [
    { id: '1', name: 'Reviews', items: [{ id: '10001', moduleKey: 'widget', config: { boardId: 1 } }] },
  ];
  const site = { name: 'Somewhere', tour: [], dashboards } as unknown as Site;
  const modules = [
    { key: 'widget', type: 'dashboards:widget' },
    { key: 'panel', type: 'jira:issuePanel' },
  ] as unknown as Module[];
  const clock = { now: () => new Date('2026-03-04T05:06:07Z'), moveTo: () => undefined };
  return { site, modules, clock };
};

const ask = (
  host: ReturnType<typeof aHost>,
  method: string,
  path: string,
  body?: unknown,
  accountId = 'anna',
) =>
  handlePagesApi({ method, path, body: body === undefined ? null : JSON.stringify(body), accountId }, host);

test('tells the tour and the time', () => {
  expect(ask(aHost(), 'GET', '/local/tour')?.body).toEqual({ name: 'Somewhere', tour: [] });
  expect(ask(aHost(), 'GET', '/local/clock')?.body).toEqual({ now: '2026-03-04T05:06:07.000Z' });
});

test('adds an item, keeps its configuration, and removes it', () => {
  const host = aHost();
  const added = ask(host, 'POST', '/local/dashboards/1/items', { moduleKey: 'widget' });
  expect(added).toMatchObject({ status: 201, body: { id: '10002', config: null }, changed: true });
  const saved = ask(host, 'PUT', '/local/dashboards/1/items/10002', { config: { boardId: 5 } });
  expect(saved).toMatchObject({ status: 200, changed: true });
  expect(host.site.dashboards[0]?.items[1]?.config).toEqual({ boardId: 5 });
  expect(ask(host, 'DELETE', '/local/dashboards/1/items/10001')).toEqual({ status: 204, changed: true });
  expect(host.site.dashboards[0]?.items.map(({ id }) => id)).toEqual(['10002']);
});

test('names what it does not know and changes nothing', () => {
  const host = aHost();
  const before = JSON.stringify(host.site);
  expect(ask(host, 'POST', '/local/dashboards/1/items', { moduleKey: 'panel' })).toMatchObject({
    status: 400,
    body: { error: expect.stringContaining('panel') },
  });
  expect(ask(host, 'GET', '/local/dashboards/9')).toMatchObject({ status: 404 });
  expect(ask(host, 'PUT', '/local/dashboards/1/items/7', { config: {} })).toMatchObject({ status: 404 });
  expect(ask(host, 'PUT', '/local/dashboards/1/items/10001', { config: [1] })).toMatchObject({ status: 400 });
  expect(ask(host, 'PATCH', '/local/dashboards/1')).toMatchObject({ status: 405 });
  expect(JSON.stringify(host.site)).toBe(before);
});

test('shows no dashboard to who is not logged in, and leaves other paths to others', () => {
  const request = { method: 'GET', path: '/local/dashboards/1', body: null, accountId: null };
  expect(handlePagesApi(request, aHost())?.status).toBe(401);
  expect(ask(aHost(), 'GET', '/local/meter')).toBeNull();
});

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
  expect(ask({ ...aHost(), site }, 'GET', '/local/permissions')?.body).toMatchObject({
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
