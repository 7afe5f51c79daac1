import { aJira } from './a-jira';

describe('statuses', () => {
  const jira = aJira();
  const get = (path: string, who = 'admin') => jira.ask(who, 'GET', `/rest/api/3/${path}`);

  it('are read one by one, by id or by name', async () => {
    const byId = (await get('status/12', 'member')).body;
    expect(byId).toMatchObject({ id: '12', name: 'In Progress', statusCategory: { key: 'indeterminate' } });
    expect((await get('status/in%20progress', 'member')).body).toEqual(byId);
    expect((await get('status/Blocked', 'member')).status).toBe(404);
  });

  it('have three categories', async () => {
    const { body } = await get('statuscategory', 'member');
    expect((body as { name: string }[]).map(({ name }) => name)).toEqual(['To Do', 'In Progress', 'Done']);
  });

  it('are shown by ids and by search to who administers something', async () => {
    const done = {
      id: '13',
      name: 'Done',
      statusCategory: 'DONE',
      scope: { type: 'GLOBAL' },
      description: '',
    };
    expect((await get('statuses?id=13&id=99')).body).toEqual([done]);
    expect((await get('statuses/search?statusCategory=DONE&searchString=on')).body).toMatchObject({
      total: 1,
      isLast: true,
      values: [done],
    });
    expect((await get('statuses/search?statusCategory=OVER')).status).toBe(400);
    expect((await get('statuses')).status).toBe(400);
    expect((await get('statuses?id=13', 'member')).status).toBe(401);
  });
});
