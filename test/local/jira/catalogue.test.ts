import { POINTS_FIELD } from '../../builders/a-site';
import { aJira } from './a-jira';

describe('what the site is made of', () => {
  const jira = aJira();
  const get = async (path: string, who = 'member') => jira.ask(who, 'GET', `/rest/api/3/${path}`);
  const names = async (path: string) =>
    ((await get(path)).body as { name: string }[]).map(({ name }) => name);

  it('is told to who asks for issue types, statuses, priorities and resolutions', async () => {
    expect(await names('issuetype')).toEqual(['Epic', 'Story', 'Sub-task']);
    expect(await names('status')).toEqual(['To Do', 'In Progress', 'Done']);
    expect(await names('priority')).toEqual(['High', 'Low']);
    expect(await names('resolution')).toEqual(['Done']);
  });

  it('lists the fields with the names that JQL knows them by', async () => {
    const { body } = await get('field');
    expect(body).toContainEqual(
      expect.objectContaining({ id: 'summary', custom: false, clauseNames: ['summary'] }),
    );
    expect(body).toContainEqual(
      expect.objectContaining({
        id: POINTS_FIELD,
        name: 'Story Points',
        custom: true,
        clauseNames: ['cf[10016]', 'Story Points'],
      }),
    );
  });

  it('tells everybody where and what the server is', async () => {
    expect((await get('serverInfo', 'anonymous')).body).toMatchObject({
      deploymentType: 'Cloud',
      serverTitle: 'Test site',
    });
  });

  it('keeps properties of a dashboard’s items for who is logged in', async () => {
    const path = 'dashboard/50/items/51/properties/config';
    const put = (who: string) => jira.ask(who, 'PUT', `/rest/api/3/${path}`, { board: 1 });
    expect((await put('viewer')).status).toBe(201);
    expect((await put('viewer')).status).toBe(200);
    expect((await get(path)).body).toEqual({ key: 'config', value: { board: 1 } });
    expect((await put('anonymous')).status).toBe(404);
    expect((await get('dashboard/50/items/99/properties/config')).status).toBe(404);
    expect((await jira.ask('viewer', 'DELETE', `/rest/api/3/${path}`)).status).toBe(204);
    expect((await get(path)).status).toBe(404);
  });
});
