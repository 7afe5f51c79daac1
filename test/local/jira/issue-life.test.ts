import type { Change, ProductEvent } from '../../../local/seams';
import { anIssue, aPermissionScheme, POINTS_FIELD, SPRINT_FIELD } from '../../builders/a-site';
import { aJira, LAG_MS, NOW, type TestJira } from './a-jira';

const PATH = '/rest/api/3/issue';
const STORY = { project: { key: 'TEAM' }, issuetype: { name: 'Story' }, summary: 'A wish' };

const create = async (jira: TestJira, fields: object, who = 'member', more: object = {}) => {
  const { status, body } = await jira.ask(who, 'POST', PATH, { fields: { ...STORY, ...fields }, ...more });
  return { status, ...(body as { id: string; key: string; errors: object }) };
};

const eventsOf = (jira: TestJira): ProductEvent[] => {
  const events: ProductEvent[] = [];
  jira.onChange(({ told }: Change) => void events.push(...(told?.events() ?? [])));
  return events;
};

describe('creating issues', () => {
  const site = () =>
    aJira([
      anIssue('TEAM-1', { typeId: '1' }),
      anIssue('TEAM-2', { sprintIds: [1, 2] }),
      anIssue('SECRET-7'),
    ]);

  it('gives the next key, the first status and what was asked for, of which no history tells', async () => {
    const jira = site();
    const fields = { [POINTS_FIELD]: 3, [SPRINT_FIELD]: 2, parent: { key: 'TEAM-1' }, labels: ['web'] };
    const more = { properties: [{ key: 'tag', value: { state: 'exempt' } }] };
    expect(await create(jira, fields, 'member', more)).toEqual({
      status: 201,
      id: '20008',
      key: 'TEAM-3',
      self: 'http://jira.test/rest/api/3/issue/20008',
    });
    const { body } = await jira.ask('member', 'GET', `${PATH}/TEAM-3?expand=changelog&properties=tag`);
    expect(body).toMatchObject({
      fields: {
        summary: 'A wish',
        status: { name: 'To Do' },
        created: NOW.replace('Z', '+0000'),
        reporter: { displayName: 'Member Person' },
        parent: { key: 'TEAM-1' },
        labels: ['web'],
        [POINTS_FIELD]: 3,
        [SPRINT_FIELD]: [{ id: 2 }],
      },
      properties: { tag: { state: 'exempt' } },
      changelog: { total: 0, histories: [] },
    });
    jira.settle();
    expect(await jira.keys('member', 'sprint = 2 AND okrState = exempt')).toEqual(['TEAM-3']);
    expect(await jira.keys('member', 'parent = TEAM-1')).toEqual(['TEAM-3']);
  });

  it('is seen at once by who reads the issue, and by search when its index has caught up', async () => {
    const jira = site();
    await create(jira, {});
    expect((await jira.ask('member', 'GET', `${PATH}/TEAM-3`)).status).toBe(200);
    await jira.ask('member', 'PUT', `${PATH}/TEAM-3`, { fields: { summary: 'Another' } });
    expect(await jira.keys('member', 'project = TEAM')).not.toContain('TEAM-3');
    jira.clock.moveTo(new Date(Date.parse(NOW) + LAG_MS));
    expect(await jira.keys('member', 'project = TEAM AND text ~ Another')).toEqual(['TEAM-3']);
  });

  it('puts a sub-task where its parent is', async () => {
    const jira = site();
    const subtask = { issuetype: { id: '3' }, parent: { key: 'TEAM-2' } };
    await create(jira, subtask);
    expect(jira.site.issues.at(-1)).toMatchObject({ parentId: '10002', sprintIds: [1, 2] });
    expect((await create(jira, { ...subtask, [SPRINT_FIELD]: 3 })).status).toBe(400);
    expect((await create(jira, { issuetype: { id: '3' } })).status).toBe(400);
    expect((await create(jira, { ...subtask, parent: { key: 'SECRET-7' } })).status).toBe(400);
  });

  it.each([
    ['no summary', { summary: ' ' }, 'summary'],
    ['a project that the caller may not see', { project: { key: 'SECRET' } }, 'project'],
    ['a type that the project does not have', { issuetype: { name: 'Bug' } }, 'issuetype'],
    ['a sprint that is over', { [SPRINT_FIELD]: 1 }, undefined],
    ['a field that is not there', { colour: 'red' }, 'colour'],
  ])('refuses %s', async (_what, fields, named) => {
    const jira = site();
    const { status, errors } = await create(jira, fields);
    expect(status).toBe(400);
    expect(Object.keys(errors)[0]).toBe(named);
    expect(jira.site.issues).toHaveLength(3);
  });

  it('is for who may create issues in the project', async () => {
    const jira = site();
    expect(await create(jira, {}, 'viewer')).toMatchObject({
      status: 400,
      errors: { project: expect.any(String) },
    });
    expect((await create(jira, {}, 'anonymous')).status).toBe(401);
  });

  it('tells apps', async () => {
    const jira = site();
    const events = eventsOf(jira);
    await create(jira, {}, 'member', { properties: [{ key: 'tag', value: 1 }] });
    expect(events).toMatchObject([
      {
        eventType: 'avi:jira:created:issue',
        issue: { id: '20008', key: 'TEAM-3', fields: { summary: 'A wish' } },
        atlassianId: 'account-member',
      },
      { eventType: 'avi:jira:set:issue-property', property: { key: 'tag', value: 1 } },
    ]);
  });
});

describe('deleting issues', () => {
  const site = () =>
    aJira([
      anIssue('TEAM-1', { typeId: '1' }),
      anIssue('TEAM-2', { parentId: '10001', sprintIds: [2], properties: { tag: { state: 'exempt' } } }),
      anIssue('TEAM-3', { typeId: '3', parentId: '10002', sprintIds: [2] }),
      anIssue('TEAM-4', { sprintIds: [2], links: [{ type: 'Blocks', direction: 'out', key: 'TEAM-2' }] }),
    ]);
  const remove = async (jira: TestJira, key: string, query = '', who = 'member') =>
    (await jira.ask(who, 'DELETE', `${PATH}/${key}${query}`)).status;

  it('takes it out of everything at once: reads, histories, searches, boards, what it was linked to', async () => {
    const jira = site();
    await jira.ask('member', 'PUT', `${PATH}/TEAM-4`, { fields: { summary: 'Written just now' } });
    expect(await remove(jira, 'TEAM-4')).toBe(204);
    expect(await remove(jira, '10004')).toBe(404);
    expect((await jira.ask('member', 'GET', `${PATH}/TEAM-4`)).status).toBe(404);
    expect(await jira.keys('member', 'sprint = 2 ORDER BY key')).toEqual(['TEAM-2', 'TEAM-3']);
    expect((await jira.ask('member', 'GET', '/rest/agile/1.0/board/1/issue')).body).toMatchObject({
      total: 3,
    });
    const asked = { issueIdsOrKeys: ['TEAM-4'] };
    for (const path of [`${PATH}/bulkfetch`, '/rest/api/3/changelog/bulkfetch']) {
      expect(JSON.stringify((await jira.ask('member', 'POST', path, asked)).body)).not.toContain('10004');
    }
    const byKey = { jql: 'key = TEAM-4' };
    expect((await jira.ask('member', 'POST', '/rest/api/3/search/jql', byKey)).status).toBe(400);
  });

  it('asks for leave to delete sub-tasks with it', async () => {
    const jira = site();
    expect(await remove(jira, 'TEAM-2')).toBe(400);
    expect(await remove(jira, 'TEAM-2', '?deleteSubtasks=false')).toBe(400);
    expect(jira.site.issues).toHaveLength(4);
    expect(await remove(jira, 'TEAM-2', '?deleteSubtasks=true')).toBe(204);
    expect(jira.site.issues.map(({ key }) => key)).toEqual(['TEAM-1', 'TEAM-4']);
    expect(await jira.keys('member', 'okrState = exempt')).toEqual([]);
    const { body } = await jira.ask('member', 'GET', `${PATH}/TEAM-4?fields=issuelinks`);
    expect(body).toMatchObject({ fields: { issuelinks: [] } });
  });

  it('leaves the stories of an epic without one', async () => {
    const jira = site();
    expect(await remove(jira, 'TEAM-1')).toBe(204);
    expect(jira.site.issues[0]).toMatchObject({ key: 'TEAM-2', parentId: null, history: [] });
  });

  it('leaves its id and key to nobody', async () => {
    const jira = site();
    await remove(jira, 'TEAM-4');
    expect(await create(jira, {})).toMatchObject({ id: '10005', key: 'TEAM-5' });
  });

  it('is for who may delete issues in the project', async () => {
    const jira = site();
    expect(await remove(jira, 'TEAM-4', '', 'viewer')).toBe(403);
    expect(await remove(jira, 'TEAM-4', '', 'outsider')).toBe(404);
    expect(await remove(jira, 'TEAM-4', '', 'anonymous')).toBe(401);
    const { permissions } = aPermissionScheme();
    const strict = aJira([anIssue('TEAM-1')], {
      permissionSchemes: [aPermissionScheme({ permissions: { ...permissions, DELETE_ISSUES: [] } })],
    });
    expect(await remove(strict, 'TEAM-1')).toBe(403);
  });

  it('tells apps of each issue that goes', async () => {
    const jira = site();
    const events = eventsOf(jira);
    await remove(jira, 'TEAM-2', '?deleteSubtasks=true');
    expect(events).toMatchObject(
      ['TEAM-3', 'TEAM-2'].map((key) => ({
        eventType: 'avi:jira:deleted:issue',
        issue: { key, fields: { status: { name: 'To Do' } } },
        atlassianId: 'account-member',
      })),
    );
  });

  it('is told by an edit in bulk that was under way', async () => {
    const jira = aJira([anIssue('TEAM-1'), anIssue('TEAM-2')], {}, { bulkTaskMs: () => 1000 });
    const { body } = await jira.ask('member', 'POST', '/rest/api/3/bulk/issues/fields', {
      selectedIssueIdsOrKeys: ['TEAM-1', 'TEAM-2'],
      selectedActions: ['labels'],
      editedFieldsInput: {
        labelsFields: [
          { fieldId: 'labels', bulkEditMultiSelectFieldOption: 'ADD', labels: [{ name: 'web' }] },
        ],
      },
    });
    await remove(jira, 'TEAM-2');
    jira.clock.moveTo(new Date(Date.parse(NOW) + 1000));
    const { taskId } = body as { taskId: string };
    expect((await jira.ask('member', 'GET', `/rest/api/3/bulk/queue/${taskId}`)).body).toMatchObject({
      status: 'COMPLETE',
      processedAccessibleIssues: [10001],
      failedAccessibleIssues: { 10002: ['This issue does not exist any more.'] },
    });
    jira.settle();
    expect(await jira.keys('member', 'labels = web')).toEqual(['TEAM-1']);
  });
});
