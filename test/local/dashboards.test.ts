import type { Module } from '../../local/forge/manifest';
import type { Site } from '../../local/jira/model';
import { answerDashboards } from '../../local/http/dashboards';

const aHost = () => {
  const dashboards: Site['dashboards'] = [
    { id: '1', name: 'Reviews', items: [{ id: '10001', moduleKey: 'widget', config: { boardId: 1 } }] },
  ];
  const site = { name: 'Somewhere', tour: [], dashboards } as unknown as Site;
  const modules = [
    { key: 'widget', type: 'dashboards:widget' },
    { key: 'panel', type: 'jira:issuePanel' },
  ] as unknown as Module[];
  return { site, modules };
};

const ask = (
  host: ReturnType<typeof aHost>,
  method: string,
  path: string,
  body?: unknown,
  accountId = 'anna',
) =>
  answerDashboards({ method, path, body: body === undefined ? null : JSON.stringify(body), accountId }, host);

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
  expect(answerDashboards(request, aHost())?.status).toBe(401);
  expect(ask(aHost(), 'GET', '/local/meter')).toBeNull();
});
