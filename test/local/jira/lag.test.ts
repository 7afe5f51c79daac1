import { anIssue } from '../../builders/a-site';
import { aJira, LAG_MS, NOW, type TestJira } from './a-jira';

const PATH = '/rest/api/3/issue/TEAM-1/properties/tag';
const TAGGED = { state: 'tagged', keyResults: ['k1'] };
const EXEMPT = { state: 'exempt' };

const site = (): TestJira => aJira([anIssue('TEAM-1'), anIssue('TEAM-2'), anIssue('SECRET-1')]);

const found = async (jira: TestJira, jql: string, more: object = {}, who = 'member'): Promise<string[]> => {
  const { body } = await jira.ask(who, 'POST', '/rest/api/3/search/jql', { jql, ...more });
  return (body as { issues: { id: string }[] }).issues.map(({ id }) => id);
};

const moveTo = (jira: TestJira, milliseconds: number): void =>
  jira.clock.moveTo(new Date(Date.parse(NOW) + milliseconds));

describe('search after a write', () => {
  it('sees the issue as it was until the index has caught up, by the clock of the site', async () => {
    const jira = site();
    await jira.ask('member', 'PUT', PATH, TAGGED);
    expect(await found(jira, 'keyResult = k1')).toEqual([]);
    moveTo(jira, LAG_MS - 1);
    expect(await found(jira, 'keyResult = k1')).toEqual([]);
    moveTo(jira, LAG_MS);
    expect(await found(jira, 'keyResult = k1')).toEqual(['10001']);
  });

  it('sees one write after the other when several follow closely', async () => {
    const jira = site();
    await jira.ask('member', 'PUT', PATH, TAGGED);
    moveTo(jira, 500);
    await jira.ask('member', 'PUT', PATH, EXEMPT);
    moveTo(jira, LAG_MS);
    expect(await found(jira, 'keyResult = k1')).toEqual(['10001']);
    moveTo(jira, LAG_MS + 500);
    expect(await found(jira, 'keyResult = k1')).toEqual([]);
    expect(await found(jira, 'okrState = exempt')).toEqual(['10001']);
  });

  it('still finds an issue by what was removed from it', async () => {
    const jira = site();
    await jira.ask('member', 'PUT', PATH, TAGGED);
    jira.settle();
    await jira.ask('member', 'DELETE', PATH);
    expect(await found(jira, 'keyResult = k1')).toEqual(['10001']);
  });

  it('shows also the old fields and properties of what it finds, and counts by them', async () => {
    const jira = site();
    await jira.ask('member', 'PUT', '/rest/api/3/issue/TEAM-1', { fields: { summary: 'Another' } });
    const asked = { jql: 'key = TEAM-1', fields: ['summary'] };
    expect((await jira.ask('member', 'POST', '/rest/api/3/search/jql', asked)).body).toMatchObject({
      issues: [{ fields: { summary: 'Summary of TEAM-1' } }],
    });
    const count = async () =>
      (await jira.ask('member', 'POST', '/rest/api/3/search/approximate-count', { jql: 'text ~ Another' }))
        .body;
    expect(await count()).toEqual({ count: 0 });
    jira.settle();
    expect(await count()).toEqual({ count: 1 });
  });

  it('sees the write at once of issues that are to be reconciled, and only of those', async () => {
    const jira = site();
    for (const key of ['TEAM-1', 'TEAM-2']) {
      await jira.ask('member', 'PUT', `/rest/api/3/issue/${key}/properties/tag`, EXEMPT);
    }
    const reconcile = { reconcileIssues: [10001] };
    expect(await found(jira, 'okrState = exempt', reconcile)).toEqual(['10001']);
    expect(await found(jira, 'okrState is EMPTY', reconcile)).toEqual(['10002']);
  });

  it('does not reconcile what somebody may not see into sight', async () => {
    const jira = site();
    await jira.ask('keeper', 'PUT', '/rest/api/3/issue/SECRET-1/properties/tag', EXEMPT);
    const reconcile = { reconcileIssues: [20001] };
    expect(await found(jira, 'okrState = exempt', reconcile, 'keeper')).toEqual(['20001']);
    expect(await found(jira, 'okrState = exempt', reconcile, 'member')).toEqual([]);
  });

  it('is alone in trailing: reading the issue, its properties and many issues shows the write', async () => {
    const jira = site();
    await jira.ask('member', 'PUT', PATH, EXEMPT);
    expect((await jira.ask('member', 'GET', PATH)).body).toMatchObject({ value: EXEMPT });
    const read = { issueIdsOrKeys: ['TEAM-1'], properties: ['tag'] };
    expect((await jira.ask('member', 'POST', '/rest/api/3/issue/bulkfetch', read)).body).toMatchObject({
      issues: [{ properties: { tag: EXEMPT } }],
    });
  });

  it('trails by as much as is set, or not at all', async () => {
    const jira = site();
    jira.setSearchLag(0);
    await jira.ask('member', 'PUT', PATH, EXEMPT);
    expect(await found(jira, 'okrState = exempt')).toEqual(['10001']);
  });
});
