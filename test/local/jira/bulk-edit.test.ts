import { anIssue } from '../../builders/a-site';
import { aJira, type TestJira } from './a-jira';

const EDIT = '/rest/api/3/bulk/issues/fields';

const site = (labels: string[] = [], options = {}): TestJira =>
  aJira(
    [
      anIssue('TEAM-1', { labels }),
      anIssue('TEAM-2'),
      anIssue('TEAM-3', { reporter: 'account-viewer' }),
      anIssue('SECRET-1'),
    ],
    {},
    options,
  );

const edit = (option: string, labels: string[], issues: string[], over: object = {}) => ({
  selectedIssueIdsOrKeys: issues,
  selectedActions: ['labels'],
  editedFieldsInput: {
    labelsFields: [
      {
        fieldId: 'labels',
        bulkEditMultiSelectFieldOption: option,
        labels: labels.map((name) => ({ name })),
      },
    ],
  },
  sendBulkNotification: false,
  ...over,
});

const begin = async (jira: TestJira, who: string, body: unknown): Promise<string> => {
  const reply = await jira.ask(who, 'POST', EDIT, body);
  expect(reply).toMatchObject({ status: 201 });
  return (reply.body as { taskId: string }).taskId;
};

const progress = async (jira: TestJira, who: string, taskId: string) =>
  (await jira.ask(who, 'GET', `/rest/api/3/bulk/queue/${taskId}`)).body;

const labelsOf = async (jira: TestJira, key: string): Promise<unknown> =>
  ((await jira.ask('app', 'GET', `/rest/api/3/issue/${key}?fields=labels`)).body as { fields: object })
    .fields;

describe('an edit of many issues at once', () => {
  it.each([
    ['ADD', ['cut', 'old'], ['old', 'kept', 'cut']],
    ['REMOVE', ['old', 'absent'], ['kept']],
    ['REPLACE', ['cut'], ['cut']],
    ['REMOVE_ALL', [], []],
  ])('with %s of %j leaves %j', async (option, labels, after) => {
    const jira = site(['old', 'kept']);
    await begin(jira, 'member', edit(option, labels, ['TEAM-1']));
    expect(await labelsOf(jira, 'TEAM-1')).toEqual({ labels: after });
  });

  it('is found by JQL once the index knows, and is in the history of what it changed alone', async () => {
    const jira = site(['cut']);
    await begin(jira, 'member', edit('ADD', ['cut'], ['TEAM-1', '10002']));
    expect(await jira.keys('member', 'labels = cut ORDER BY key')).toEqual(['TEAM-1']);
    jira.settle();
    expect(await jira.keys('member', 'labels in (cut, other) ORDER BY key')).toEqual(['TEAM-1', 'TEAM-2']);
    expect(await jira.keys('member', 'project = TEAM AND labels is EMPTY')).toEqual(['TEAM-3']);
    const history = async (key: string) =>
      (await jira.ask('member', 'GET', `/rest/api/3/issue/${key}/changelog`)).body;
    expect(await history('TEAM-2')).toMatchObject({
      values: [
        {
          author: { accountId: 'account-member' },
          items: [{ field: 'labels', fromString: '', toString: 'cut' }],
        },
      ],
    });
    expect(await history('TEAM-1')).toMatchObject({ total: 0 });
  });

  it('edits what may be edited, and tells whoever looks only of what they may see', async () => {
    const jira = aJira(
      [anIssue('TEAM-1'), anIssue('TEAM-2', { assignee: 'account-viewer' }), anIssue('SECRET-1')],
      {
        permissionSchemes: [
          {
            id: 'team-scheme',
            name: 'Team scheme',
            permissions: {
              BROWSE_PROJECTS: [
                { to: 'role', role: 'Member' },
                { to: 'role', role: 'Viewer' },
              ],
              EDIT_ISSUES: [{ to: 'assignee' }],
            },
          },
        ],
      },
    );
    const taskId = await begin(
      jira,
      'viewer',
      edit('ADD', ['cut'], ['TEAM-1', '10001', 'TEAM-2', 'SECRET-1', 'TEAM-404']),
    );
    expect(await progress(jira, 'viewer', taskId)).toEqual({
      taskId,
      status: 'COMPLETE',
      progressPercent: 100,
      submittedBy: { accountId: 'account-viewer' },
      created: jira.clock.now().getTime(),
      started: jira.clock.now().getTime(),
      updated: jira.clock.now().getTime(),
      processedAccessibleIssues: [10002],
      failedAccessibleIssues: { 10001: ['You do not have permission to edit this issue.'] },
      invalidOrInaccessibleIssueCount: 2,
      totalIssueCount: 4,
    });
    expect(await progress(jira, 'outsider', taskId)).toMatchObject({
      processedAccessibleIssues: [],
      failedAccessibleIssues: {},
      invalidOrInaccessibleIssueCount: 4,
    });
  });

  it('goes issue by issue as its time goes by', async () => {
    const jira = site([], { bulkTaskMs: () => 1000 });
    const taskId = await begin(jira, 'member', edit('ADD', ['cut'], ['TEAM-1', 'TEAM-2']));
    const wait = () => jira.clock.moveTo(new Date(jira.clock.now().getTime() + 500));
    expect(await progress(jira, 'member', taskId)).toMatchObject({ status: 'RUNNING', progressPercent: 0 });
    wait();
    expect(await progress(jira, 'member', taskId)).toMatchObject({ status: 'RUNNING', progressPercent: 50 });
    expect(await progress(jira, 'member', taskId)).not.toHaveProperty('processedAccessibleIssues');
    expect(await labelsOf(jira, 'TEAM-1')).toEqual({ labels: ['cut'] });
    expect(await labelsOf(jira, 'TEAM-2')).toEqual({ labels: [] });
    wait();
    expect(await progress(jira, 'member', taskId)).toMatchObject({
      status: 'COMPLETE',
      processedAccessibleIssues: [10001, 10002],
    });
  });

  it('is refused while five others run, whoever began them', async () => {
    const jira = site([], { bulkTaskMs: () => 1000 });
    const one = edit('ADD', ['cut'], ['TEAM-1']);
    for (const who of ['member', 'admin', 'member', 'app', 'viewer']) await begin(jira, who, one);
    expect(await jira.ask('member', 'POST', EDIT, one)).toMatchObject({ status: 429 });
    jira.clock.moveTo(new Date(jira.clock.now().getTime() + 1000));
    expect(await jira.ask('member', 'POST', EDIT, one)).toMatchObject({ status: 201 });
  });

  it.each<[string, object]>([
    ['no issue', edit('ADD', ['cut'], [])],
    [
      'over 1,000 issues',
      edit(
        'ADD',
        ['cut'],
        Array.from({ length: 1001 }, (_, at) => String(at)),
      ),
    ],
    ['a field that is not selected', edit('ADD', ['cut'], ['TEAM-1'], { selectedActions: [] })],
    ['a label with a space', edit('ADD', ['cut this'], ['TEAM-1'])],
    ['a field that is not served', edit('ADD', ['x'], ['TEAM-1'], { selectedActions: ['priority'] })],
  ])('is refused with %s', async (_what, body) => {
    const jira = site();
    const reply = await jira.ask('member', 'POST', EDIT, body);
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ message: expect.any(String) }] } });
  });

  it('is for who may change in bulk: everybody logged in, until the site says otherwise', async () => {
    const closed = aJira([anIssue('TEAM-1')], {
      globalPermissions: { ADMINISTER: [], BULK_CHANGE: [{ to: 'account', accountId: 'account-admin' }] },
    });
    const one = edit('ADD', ['cut'], ['TEAM-1']);
    expect((await closed.ask('anonymous', 'POST', EDIT, one)).status).toBe(401);
    expect((await closed.ask('member', 'POST', EDIT, one)).status).toBe(400);
    const taskId = await begin(closed, 'admin', one);
    expect((await closed.ask('member', 'GET', `/rest/api/3/bulk/queue/${taskId}`)).status).toBe(400);
    const mine = async (jira: TestJira, who: string) =>
      (await jira.ask(who, 'GET', '/rest/api/3/mypermissions?permissions=BULK_CHANGE')).body;
    expect(await mine(closed, 'member')).toMatchObject({
      permissions: { BULK_CHANGE: { havePermission: false, type: 'GLOBAL' } },
    });
    expect(await mine(site(), 'outsider')).toMatchObject({
      permissions: { BULK_CHANGE: { havePermission: true } },
    });
  });

  it('has a task of its own kind', async () => {
    const jira = site();
    const taskId = await begin(jira, 'member', edit('ADD', ['cut'], ['TEAM-1']));
    expect((await jira.ask('member', 'GET', `/rest/api/3/task/${taskId}`)).status).toBe(404);
    expect((await jira.ask('member', 'GET', '/rest/api/3/bulk/queue/none')).status).toBe(400);
  });
});
