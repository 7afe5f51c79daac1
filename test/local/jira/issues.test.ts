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

describe('long histories', () => {
  const long = aJira([
    anIssue('TEAM-1', {
      sprintIds: [2],
      history: Array.from({ length: 101 }, (_, at) => ({
        id: String(at + 1),
        created: new Date(Date.parse('2026-01-02T08:00:00.000Z') + at * 60_000).toISOString(),
        author: 'account-member',
        items: [
          {
            field: 'summary',
            fieldId: 'summary',
            from: null,
            fromString: String(at),
            to: null,
            toString: '',
          },
        ],
      })),
    }),
  ]);
  const changelogOf = (issue: unknown) =>
    (issue as { changelog: { total: number; histories: { id: string }[] } }).changelog;

  it.each([
    ['POST', '/rest/api/3/search/jql', { jql: 'project = TEAM', fields: ['summary'], expand: 'changelog' }],
    ['POST', '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: ['TEAM-1'], expand: ['changelog'] }],
  ])('are cut to the latest 40 changes by %s %s, which does not say so', async (method, path, body) => {
    const reply = await long.ask('member', method, path, body);
    expect(reply.status).toBe(200);
    const { total, histories } = changelogOf((reply.body as { issues: unknown[] }).issues[0]);
    expect(total).toBe(40);
    expect(histories.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, at) => String(101 - at)));
  });

  it('have their latest 100 changes where one issue is read, and all of them in bulk', async () => {
    const { body } = await long.ask('member', 'GET', '/rest/api/3/issue/TEAM-1?expand=changelog');
    expect(changelogOf(body).histories).toHaveLength(100);
    expect(changelogOf(body).histories.at(-1)).toMatchObject({ id: '2' });
    const bulk = await long.ask('member', 'POST', '/rest/api/3/changelog/bulkfetch', {
      issueIdsOrKeys: ['TEAM-1'],
    });
    const [log] = (bulk.body as { issueChangeLogs: { changeHistories: { id: string }[] }[] }).issueChangeLogs;
    expect(log?.changeHistories).toHaveLength(101);
    expect(log?.changeHistories[0]).toMatchObject({ id: '1' });
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

  it('sets the estimate, the sprint and the parent, each with the line that Jira writes', async () => {
    const jira = aJira([...issues(), anIssue('TEAM-3', { typeId: '1' })]);
    const edit = (fields: object) => jira.ask('member', 'PUT', '/rest/api/3/issue/TEAM-2', { fields });
    const told = () => jira.site.issues[1]?.history.at(-1)?.items;
    await edit({ [POINTS_FIELD]: 8, [SPRINT_FIELD]: 3 });
    expect(told()).toEqual([
      {
        field: 'Story Points',
        fieldId: POINTS_FIELD,
        from: null,
        fromString: '5',
        to: null,
        toString: '8',
      },
      {
        field: 'Sprint',
        fieldId: SPRINT_FIELD,
        from: '1, 2',
        fromString: 'Sprint 1, Sprint 2',
        to: '1, 3',
        toString: 'Sprint 1, Sprint 3',
      },
    ]);
    await edit({ [POINTS_FIELD]: null });
    expect(told()).toMatchObject([{ fromString: '8', toString: '' }]);
    await edit({ [POINTS_FIELD]: 0 });
    expect(told()).toMatchObject([{ fromString: null, toString: '0' }]);
    await edit({ [SPRINT_FIELD]: null });
    expect(told()).toMatchObject([{ from: '1, 3', to: '1' }]);
    await edit({ parent: { key: 'TEAM-3' } });
    const { body } = await jira.ask('member', 'GET', '/rest/api/3/issue/TEAM-2?expand=changelog');
    expect(body).toMatchObject({ fields: { parent: { key: 'TEAM-3' }, [POINTS_FIELD]: 0 } });
    expect(
      (body as { changelog: { histories: { items: object[] }[] } }).changelog.histories[0]?.items,
    ).toEqual([
      {
        field: 'IssueParentAssociation',
        fieldtype: 'jira',
        from: '10001',
        fromString: 'TEAM-1',
        to: '10003',
        toString: 'TEAM-3',
      },
    ]);
  });

  it('writes nothing where nothing changes', async () => {
    const jira = aJira(issues());
    const fields = { [POINTS_FIELD]: 5, [SPRINT_FIELD]: 2, parent: { id: '10001' } };
    expect((await jira.ask('member', 'PUT', '/rest/api/3/issue/TEAM-2', { fields })).status).toBe(204);
    expect(jira.site.issues[1]).toMatchObject(issues()[1] ?? {});
  });

  it.each([
    ['a sprint that is over', { [SPRINT_FIELD]: 1 }],
    ['a sprint that is not there', { [SPRINT_FIELD]: 99 }],
    ['a sprint by its name', { [SPRINT_FIELD]: 'Sprint 2' }],
    ['an estimate that is no number', { [POINTS_FIELD]: '5' }],
    ['a parent of the same level', { parent: { key: 'TEAM-2' } }],
    ['a parent that the caller may not see', { parent: { key: 'SECRET-1' } }],
    ['a field that is not there', { customfield_10999: 1 }],
    ['a status', { status: { id: '13' } }],
  ])('refuses %s', async (_what, fields) => {
    const jira = aJira(issues());
    expect((await jira.ask('member', 'PUT', '/rest/api/3/issue/TEAM-2', { fields })).status).toBe(400);
    expect(jira.site.issues[1]?.history).toHaveLength(1);
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
