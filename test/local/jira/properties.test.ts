import { anIssue } from '../../builders/a-site';
import { aJira, type TestJira } from './a-jira';

const PATH = '/rest/api/3/issue/TEAM-1/properties/tag';
const tagged = { state: 'tagged', keyResults: ['k1'] };

const site = (): TestJira => aJira([anIssue('TEAM-1'), anIssue('TEAM-2'), anIssue('SECRET-1')]);

describe('properties of issues', () => {
  it('creates with 201, replaces with 200, reads, lists and removes', async () => {
    const jira = site();
    expect((await jira.ask('member', 'PUT', PATH, tagged)).status).toBe(201);
    expect((await jira.ask('member', 'PUT', PATH, tagged)).status).toBe(200);
    expect((await jira.ask('viewer', 'GET', PATH)).body).toEqual({ key: 'tag', value: tagged });
    expect((await jira.ask('viewer', 'GET', '/rest/api/3/issue/TEAM-1/properties')).body).toEqual({
      keys: [{ key: 'tag', self: 'http://jira.test/rest/api/3/issue/TEAM-1/properties/tag' }],
    });
    expect((await jira.ask('member', 'DELETE', PATH)).status).toBe(204);
    expect((await jira.ask('member', 'DELETE', PATH)).status).toBe(404);
  });

  it('shows a written property to JQL, and its removal too', async () => {
    const jira = site();
    await jira.ask('member', 'PUT', PATH, tagged);
    jira.settle();
    expect(await jira.keys('member', 'keyResult = k1')).toEqual(['TEAM-1']);
    await jira.ask('member', 'PUT', PATH, { state: 'exempt' });
    jira.settle();
    expect(await jira.keys('member', 'keyResult = k1')).toEqual([]);
    expect(await jira.keys('member', 'okrState = exempt')).toEqual(['TEAM-1']);
    await jira.ask('member', 'DELETE', PATH);
    jira.settle();
    expect(await jira.keys('member', 'okrState is not EMPTY')).toEqual([]);
  });

  it('keeps properties out of the history and of the date of the last change, and tells listeners of the write', async () => {
    const jira = site();
    const heard: string[] = [];
    jira.onChange(({ kind, id }) => heard.push(`${kind} ${id}`));
    await jira.ask('member', 'PUT', PATH, tagged);
    expect(heard).toEqual(['issue 10001']);
    const { body } = await jira.ask(
      'member',
      'GET',
      '/rest/api/3/issue/TEAM-1?fields=updated&expand=changelog',
    );
    expect(body).toMatchObject({
      fields: { updated: '2026-01-01T08:00:00.000+0000' },
      changelog: { total: 0 },
    });
  });

  it('refuses the one key that would be no property, rather than losing it', async () => {
    const jira = site();
    const path = (key: string) => `/rest/api/3/issue/TEAM-1/properties/${key}`;
    expect((await jira.ask('member', 'PUT', path('__proto__'), tagged)).status).toBe(400);
    expect(
      (await jira.ask('member', 'PUT', '/rest/api/3/issue/properties/__proto__', { value: 1 })).status,
    ).toBe(400);
    expect((await jira.ask('member', 'PUT', path('constructor'), tagged)).status).toBe(201);
    expect((await jira.ask('member', 'GET', path('constructor'))).body).toMatchObject({ value: tagged });
    expect((await jira.ask('member', 'GET', path('toString'))).status).toBe(404);
  });

  it('refuses what is too long, and who may only look', async () => {
    const jira = site();
    expect((await jira.ask('member', 'PUT', PATH, 'x'.repeat(32_767))).status).toBe(400);
    expect((await jira.ask('member', 'PUT', PATH, 'x'.repeat(32_766))).status).toBe(201);
    expect((await jira.ask('member', 'PUT', `${PATH}${'y'.repeat(253)}`, 1)).status).toBe(400);
    expect((await jira.ask('viewer', 'PUT', PATH, tagged)).status).toBe(403);
    expect((await jira.ask('viewer', 'DELETE', PATH)).status).toBe(404);
  });
});

describe('one property of many issues', () => {
  const BULK = '/rest/api/3/issue/properties/tag';

  it('does all of it at its end, as things are then, and its task says meanwhile how far it is', async () => {
    const jira = aJira([anIssue('TEAM-1'), anIssue('TEAM-2')], {}, { bulkTaskMs: () => 1000 });
    const wait = () => jira.clock.moveTo(new Date(jira.clock.now().getTime() + 500));
    const { headers } = await jira.ask('member', 'PUT', BULK, {
      value: tagged,
      filter: { entityIds: [10001, 10002], hasProperty: false },
    });
    const task = async () => (await jira.ask('member', 'GET', headers['location'] ?? '')).body;
    expect(await task()).toMatchObject({ status: 'RUNNING', progress: 0 });
    wait();
    await jira.ask('member', 'PUT', PATH, { state: 'exempt' });
    expect(await task()).toMatchObject({ status: 'RUNNING', progress: 50 });
    expect(await task()).not.toHaveProperty('finished');
    expect((await jira.ask('member', 'GET', PATH.replace('TEAM-1', 'TEAM-2'))).status).toBe(404);
    wait();
    expect(await task()).toMatchObject({ status: 'COMPLETE', progress: 100, message: 'Done' });
    expect((await jira.ask('member', 'GET', PATH)).body).toMatchObject({ value: { state: 'exempt' } });
    expect((await jira.ask('member', 'GET', PATH.replace('TEAM-1', 'TEAM-2'))).body).toMatchObject({
      value: tagged,
    });
  });

  it('refuses a filter that nothing could pass', async () => {
    const filter = { entityIds: [10001], currentValue: tagged, hasProperty: false };
    expect((await site().ask('member', 'PUT', BULK, { value: 1, filter })).status).toBe(400);
  });

  it('writes the issues of the filter that still have the value, and leaves a task to read', async () => {
    const jira = site();
    await jira.ask('member', 'PUT', PATH, tagged);
    const { status, headers } = await jira.ask('member', 'PUT', BULK, {
      value: { state: 'exempt' },
      filter: { entityIds: [10001, 10002, 20001], currentValue: { keyResults: ['k1'], state: 'tagged' } },
    });
    expect(status).toBe(303);
    expect((await jira.ask('member', 'GET', headers['location'] ?? '')).body).toMatchObject({
      status: 'COMPLETE',
      progress: 100,
    });
    jira.settle();
    expect(await jira.keys('app', 'okrState = exempt')).toEqual(['TEAM-1']);
  });

  it('writes every issue that the caller may edit when there is no filter', async () => {
    const jira = site();
    await jira.ask('member', 'PUT', BULK, { value: { state: 'exempt' } });
    jira.settle();
    expect((await jira.keys('app', 'okrState = exempt')).sort()).toEqual(['TEAM-1', 'TEAM-2']);
    await jira.ask('viewer', 'DELETE', BULK);
    jira.settle();
    expect((await jira.keys('app', 'okrState = exempt')).length).toBe(2);
    await jira.ask('member', 'DELETE', BULK, { entityIds: [10002] });
    jira.settle();
    expect(await jira.keys('app', 'okrState = exempt')).toEqual(['TEAM-1']);
  });
});
