import { aBoard, anIssue, aSprint, POINTS_FIELD, SPRINT_FIELD } from '../../builders/a-site';
import { aJira, NOW, type TestJira } from './a-jira';

const site = (): TestJira =>
  aJira([
    anIssue('TEAM-1', { typeId: '1' }),
    anIssue('TEAM-2', { sprintIds: [1, 2] }),
    anIssue('TEAM-3', { typeId: '3', parentId: '10002', sprintIds: [1, 2] }),
    anIssue('TEAM-4'),
    anIssue('TEAM-5', { statusId: '13' }),
  ]);

describe('boards', () => {
  const jira = site();

  it('lists boards by project, type and name', async () => {
    const list = async (query: string) => {
      const { body } = await jira.ask('member', 'GET', `/rest/agile/1.0/board?${query}`);
      return (body as { values: { id: number }[] }).values.map(({ id }) => id);
    };
    expect(await list('projectKeyOrId=TEAM')).toEqual([1, 2]);
    expect(await list('type=kanban')).toEqual([2]);
    expect(await list('name=team')).toEqual([1]);
    expect(await list('startAt=1&maxResults=1')).toEqual([2]);
  });

  it('tells the columns and the estimation field', async () => {
    expect((await jira.ask('member', 'GET', '/rest/agile/1.0/board/1/configuration')).body).toMatchObject({
      columnConfig: { columns: [{ name: 'To Do' }, {}, { name: 'Done', statuses: [{ id: '13' }] }] },
      estimation: { type: 'field', field: { fieldId: POINTS_FIELD, displayName: 'Story Points' } },
    });
  });

  it('lists sprints by state, and none for a board without sprints', async () => {
    const { body } = await jira.ask('member', 'GET', '/rest/agile/1.0/board/1/sprint?state=active,future');
    expect(body).toMatchObject({ total: 2, isLast: true, values: [{ id: 2, state: 'active' }, { id: 3 }] });
    expect((await jira.ask('member', 'GET', '/rest/agile/1.0/board/2/sprint')).status).toBe(400);
  });

  it('shows a board without a project to who is logged in, who may not manage its sprints', async () => {
    const lone = aJira([], {
      boards: [aBoard({ id: 7, projectId: null })],
      sprints: [aSprint({ id: 8, state: 'future', originBoardId: 7 })],
    });
    const at = (path: string) => lone.ask('outsider', 'GET', `/rest/agile/1.0/${path}`);
    expect((await at('board/7')).body).toEqual(expect.not.objectContaining({ location: expect.anything() }));
    expect((await at('board/7/configuration')).status).toBe(200);
    expect((await at('board/7/sprint')).body).toMatchObject({ values: [{ id: 8 }] });
    const change = await lone.ask('admin', 'POST', '/rest/agile/1.0/sprint/8', { goal: 'Ours' });
    expect(change.status).toBe(403);
  });

  it('shows as the backlog what is not done, not planned, and no epic', async () => {
    const { body } = await jira.ask('member', 'GET', '/rest/agile/1.0/board/1/backlog?fields=summary');
    expect(body).toMatchObject({ total: 1, issues: [{ key: 'TEAM-4' }] });
  });
});

describe('sprints', () => {
  const path = '/rest/agile/1.0/sprint';

  it('starts and closes once dated, stamps the close, and then stays as it is', async () => {
    const jira = site();
    const post = (body: object) => jira.ask('member', 'POST', `${path}/3`, body);
    expect((await post({ state: 'active' })).status).toBe(400);
    expect((await post({ state: 'closed' })).status).toBe(400);
    const dates = { startDate: '2026-01-20T09:00:00.000+01:00', endDate: '2026-02-03T08:00:00.000Z' };
    expect((await post({ ...dates, state: 'active', goal: 'Ship' })).body).toMatchObject({
      state: 'active',
      startDate: '2026-01-20T08:00:00.000Z',
    });
    expect((await post({ state: 'closed' })).body).toMatchObject({ completeDate: NOW, goal: 'Ship' });
    expect((await post({ goal: 'Other' })).status).toBe(400);
    expect((await jira.ask('viewer', 'POST', `${path}/2`, { goal: 'x' })).status).toBe(403);
  });

  it('changes the goal alone, of a running sprint too, for who may manage sprints', async () => {
    const jira = site();
    const goal = (who: string, id: number) => jira.ask(who, 'POST', `${path}/${id}`, { goal: 'Ship it' });
    const before = (await jira.ask('member', 'GET', `${path}/2`)).body as object;
    expect((await goal('viewer', 2)).status).toBe(403);
    expect((await goal('outsider', 2)).status).toBe(404);
    expect((await goal('member', 1)).status).toBe(400);
    expect((await goal('member', 2)).status).toBe(200);
    expect((await jira.ask('viewer', 'GET', `${path}/2`)).body).toEqual({ ...before, goal: 'Ship it' });
  });

  it('clears with PUT what is not sent', async () => {
    const jira = site();
    const { body } = await jira.ask('member', 'PUT', `${path}/2`, { name: 'Renamed', state: 'active' });
    expect(body).toEqual({
      id: 2,
      self: `http://jira.test${path}/2`,
      state: 'active',
      name: 'Renamed',
      originBoardId: 1,
      goal: '',
    });
  });

  it('creates a future sprint', async () => {
    const jira = site();
    expect(await jira.ask('member', 'POST', path, { name: 'Next', originBoardId: 1 })).toMatchObject({
      status: 201,
      body: { id: 4, state: 'future' },
    });
  });

  it('moves issues in and out with their sub-tasks, and tells every sprint in the history', async () => {
    const jira = site();
    expect((await jira.ask('member', 'POST', `${path}/3/issue`, { issues: ['TEAM-2'] })).status).toBe(204);
    jira.settle();
    expect((await jira.keys('member', 'sprint = 3')).sort()).toEqual(['TEAM-2', 'TEAM-3']);
    expect(await jira.keys('member', 'sprint = 2')).toEqual([]);
    expect(jira.site.issues[1]?.history.at(-1)?.items).toEqual([
      {
        field: 'Sprint',
        fieldId: SPRINT_FIELD,
        from: '1, 2',
        fromString: 'Sprint 1, Sprint 2',
        to: '1, 3',
        toString: 'Sprint 1, Sprint 3',
      },
    ]);
    await jira.ask('member', 'POST', '/rest/agile/1.0/backlog/issue', { issues: ['10002'] });
    expect(jira.site.issues[2]?.sprintIds).toEqual([1]);
    expect((await jira.ask('member', 'POST', `${path}/1/issue`, { issues: ['TEAM-4'] })).status).toBe(400);
  });

  it('gives the issues of a sprint page by page with tokens', async () => {
    const jira = site();
    const read = (more: string) =>
      jira.ask('member', 'GET', `/rest/software/1.0/sprint/2/issue?fields=key&maxResults=1${more}`);
    const { body: first } = await read('');
    expect(first).toMatchObject({ issues: [{ key: 'TEAM-2' }], isLast: false });
    const { nextPageToken } = first as { nextPageToken: string };
    expect((await read(`&nextPageToken=${nextPageToken}`)).body).toEqual({
      issues: [expect.objectContaining({ key: 'TEAM-3' })],
      isLast: true,
    });
  });

  it('has properties, as dashboard items have', async () => {
    const jira = site();
    for (const holder of [`${path}/2`, '/rest/api/3/dashboard/50/items/51']) {
      expect((await jira.ask('member', 'PUT', `${holder}/properties/intent`, { a: 1 })).status).toBe(201);
      expect((await jira.ask('member', 'GET', `${holder}/properties/intent`)).body).toMatchObject({
        value: { a: 1 },
      });
    }
  });
});
