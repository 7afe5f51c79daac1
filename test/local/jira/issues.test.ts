import { anIssue, POINTS_FIELD, SPRINT_FIELD } from '../../builders/a-site';
import { aJira } from './a-jira';

const issues = () => [
  anIssue('TEAM-1', { typeId: '1' }),
  anIssue('TEAM-2', {
    parentId: '10001',
    sprintIds: [1, 2],
    assignee: 'account-member',
    fields: { [POINTS_FIELD]: 5 },
    properties: { tag: { state: 'tagged' }, other: 1 },
    history: [
      {
        id: '7',
        created: '2026-01-05T09:00:00.000Z',
        author: 'account-member',
        items: [
          { field: 'Sprint', fieldId: SPRINT_FIELD, from: '', fromString: '', to: '1', toString: 'Sprint 1' },
          {
            field: 'status',
            fieldId: 'status',
            from: '11',
            fromString: 'To Do',
            to: '12',
            toString: 'In Progress',
          },
        ],
      },
    ],
  }),
  anIssue('SECRET-1', { parentId: '10001' }),
];

describe('reading issues', () => {
  const jira = aJira(issues());

  it('gives the fields, properties and edit metadata that were asked for, and no others', async () => {
    const { status, body, points } = await jira.ask(
      'member',
      'GET',
      '/rest/api/3/issue/team-2?fields=summary,parent,assignee&properties=tag&expand=editmeta',
    );
    expect(status).toBe(200);
    expect(points).toBe(2);
    expect(body).toMatchObject({
      id: '10002',
      key: 'TEAM-2',
      fields: { parent: { key: 'TEAM-1', fields: { issuetype: { name: 'Epic' } } } },
      properties: { tag: { state: 'tagged' } },
      editmeta: { fields: { summary: { required: true } } },
    });
    expect(Object.keys((body as { fields: object }).fields)).toEqual(['summary', 'parent', 'assignee']);
    expect((body as { properties: object }).properties).toEqual({ tag: { state: 'tagged' } });
  });

  it('offers no field for editing to who may only look', async () => {
    const { body } = await jira.ask('viewer', 'GET', '/rest/api/3/issue/10002?expand=editmeta');
    expect(body).toMatchObject({ editmeta: { fields: {} } });
    expect((body as { editmeta: { fields: object } }).editmeta.fields).toEqual({});
  });

  it('holds sprints and points in custom fields, moments with an offset, and leaves out an absent parent', async () => {
    const { body } = await jira.ask('member', 'GET', '/rest/api/3/issue/TEAM-2');
    expect(body).toMatchObject({
      fields: {
        [POINTS_FIELD]: 5,
        [SPRINT_FIELD]: [
          { id: 1, state: 'closed', boardId: 1 },
          { id: 2, state: 'active' },
        ],
        created: '2026-01-01T08:00:00.000+0000',
        status: { statusCategory: { key: 'new' } },
        resolution: null,
      },
    });
    const epic = await jira.ask('member', 'GET', '/rest/api/3/issue/TEAM-1?fields=*all,-description');
    expect(epic.body).not.toHaveProperty('fields.parent');
    expect(epic.body).not.toHaveProperty('fields.description');
  });

  it.each(['SECRET-1', '20001', 'TEAM-99'])('answers 404 for %s, hidden or absent alike', async (key) => {
    expect(await jira.ask('member', 'GET', `/rest/api/3/issue/${key}`)).toMatchObject({
      status: 404,
      body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} },
    });
  });

  it('leaves out of a bulk read what may not be seen', async () => {
    const { body, points } = await jira.ask('member', 'POST', '/rest/api/3/issue/bulkfetch', {
      issueIdsOrKeys: ['20001', 'TEAM-2', '10001', 'TEAM-2', '404'],
      fields: ['summary'],
      properties: ['tag'],
    });
    expect((body as { issues: { key: string }[] }).issues.map(({ key }) => key)).toEqual([
      'TEAM-1',
      'TEAM-2',
    ]);
    expect(points).toBe(3);
  });

  it('refuses to fetch more than 100 issues, and unknown fields of the body', async () => {
    const many = Array.from({ length: 101 }, (_, at) => String(at));
    for (const body of [{ issueIdsOrKeys: many }, { issueIdsOrKeys: ['1'], colour: 'red' }]) {
      expect(await jira.ask('member', 'POST', '/rest/api/3/issue/bulkfetch', body)).toMatchObject({
        status: 400,
      });
    }
  });

  it('tells the history newest first in the issue, and by fields in bulk', async () => {
    const { body } = await jira.ask(
      'member',
      'GET',
      '/rest/api/3/issue/TEAM-2?expand=changelog&fields=summary',
    );
    expect(body).toMatchObject({
      changelog: {
        total: 1,
        histories: [
          {
            id: '7',
            items: [
              { fieldtype: 'custom', toString: 'Sprint 1' },
              { field: 'status', toString: 'In Progress' },
            ],
          },
        ],
      },
    });
    const bulk = await jira.ask('member', 'POST', '/rest/api/3/changelog/bulkfetch', {
      issueIdsOrKeys: ['TEAM-2', 'SECRET-1'],
      fieldIds: ['status'],
    });
    expect(bulk.body).toMatchObject({
      issueChangeLogs: [
        { issueId: '10002', changeHistories: [{ items: [{ field: 'status', toString: 'In Progress' }] }] },
      ],
    });
  });
});

describe('writing issues', () => {
  it('sets a summary, an assignee and labels, with history and the date of the change', async () => {
    const jira = aJira(issues());
    const edit = { fields: { summary: 'New', assignee: { accountId: 'account-admin' }, labels: ['web'] } };
    expect(await jira.ask('member', 'PUT', '/rest/api/3/issue/TEAM-2', edit)).toMatchObject({ status: 204 });
    const { body } = await jira.ask('member', 'GET', '/rest/api/3/issue/TEAM-2?expand=changelog');
    expect(body).toMatchObject({
      fields: { summary: 'New', assignee: { displayName: 'Admin Person' }, labels: ['web'] },
      changelog: {
        histories: [{ id: '8', items: [{}, { from: 'account-member', to: 'account-admin' }, {}] }, {}],
      },
    });
    jira.settle();
    expect(await jira.keys('member', 'labels = web AND updated >= startOfDay()')).toEqual(['TEAM-2']);
  });

  it('moves an issue to done and back, with its resolution', async () => {
    const jira = aJira(issues());
    const path = '/rest/api/3/issue/TEAM-2/transitions';
    const { body } = await jira.ask('member', 'GET', path);
    expect((body as { transitions: { name: string }[] }).transitions.map(({ name }) => name)).toEqual([
      'In Progress',
      'Done',
    ]);
    await jira.ask('member', 'POST', path, { transition: { id: '13' } });
    jira.settle();
    expect(await jira.keys('member', 'resolution = Done AND resolved >= -1d')).toEqual(['TEAM-2']);
    await jira.ask('member', 'POST', path, { transition: { id: '11' } });
    jira.settle();
    expect(await jira.keys('member', 'resolved is not EMPTY')).toEqual([]);
    expect(await jira.ask('member', 'POST', path, { transition: { id: '11' } })).toMatchObject({
      status: 400,
    });
  });

  it('refuses writes of who may only look with 403, and of who may not see with 404', async () => {
    const jira = aJira(issues());
    const edit = { fields: { summary: 'New' } };
    expect((await jira.ask('viewer', 'PUT', '/rest/api/3/issue/TEAM-2', edit)).status).toBe(403);
    expect((await jira.ask('outsider', 'PUT', '/rest/api/3/issue/TEAM-2', edit)).status).toBe(404);
    expect((await jira.ask('anonymous', 'PUT', '/rest/api/3/issue/TEAM-2', edit)).status).toBe(401);
  });

  it('refuses an empty summary by the name of the field', async () => {
    const jira = aJira(issues());
    const { status, body } = await jira.ask('member', 'PUT', '/rest/api/3/issue/TEAM-2', {
      fields: { summary: ' ' },
    });
    expect(status).toBe(400);
    expect(body).toEqual({
      errorMessages: [],
      errors: { summary: 'You must specify a summary of the issue.' },
    });
  });
});
