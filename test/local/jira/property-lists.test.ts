import { anIssue } from '../../builders/a-site';
import { aJira, type TestJira } from './a-jira';

const LIST = '/rest/api/3/issue/properties';
const site = (): TestJira => aJira([anIssue('TEAM-1'), anIssue('TEAM-2'), anIssue('SECRET-1')]);
const propertiesOf = ({ site: { issues } }: TestJira) => issues.map(({ properties }) => properties);

const taskOf = async (
  jira: TestJira,
  who: string,
  { headers }: { headers: Readonly<Record<string, string>> },
) => jira.ask(who, 'GET', headers['location'] ?? '');

describe('several properties of many issues', () => {
  it('are set alike on all issues, and keep the others', async () => {
    const jira = site();
    await jira.ask('member', 'PUT', '/rest/api/3/issue/TEAM-1/properties/kept', 1);
    const body = { entitiesIds: [10001, 10002], properties: { tag: { state: 'exempt' }, size: 3 } };
    const reply = await jira.ask('member', 'POST', LIST, body);
    expect(reply.status).toBe(303);
    expect((await taskOf(jira, 'member', reply)).body).toMatchObject({ status: 'COMPLETE' });
    expect(propertiesOf(jira)).toEqual([
      { kept: 1, tag: { state: 'exempt' }, size: 3 },
      { tag: { state: 'exempt' }, size: 3 },
      {},
    ]);
    jira.settle();
    jira.settle();
    expect(await jira.keys('member', 'okrState = exempt ORDER BY key')).toEqual(['TEAM-1', 'TEAM-2']);
  });

  it.each([
    ['one may not be edited', { entitiesIds: [10001, 20001], properties: { tag: 1 } }, 'member'],
    ['the asker may only look', { entitiesIds: [10001], properties: { tag: 1 } }, 'viewer'],
    ['an issue is named twice', { entitiesIds: [10001, 10001], properties: { tag: 1 } }, 'member'],
    ['a value is too long', { entitiesIds: [10001], properties: { tag: 'x'.repeat(32_767) } }, 'member'],
    [
      'there are eleven',
      {
        entitiesIds: [10001],
        properties: Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`p${at}`, 1])),
      },
      'member',
    ],
  ])('are set nowhere when %s', async (_, body, who) => {
    const jira = site();
    expect((await jira.ask(who, 'POST', LIST, body)).status).toBe(400);
    expect(propertiesOf(jira)).toEqual([{}, {}, {}]);
  });

  it('are set issue by issue, and the task tells which could not be', async () => {
    const jira = site();
    const issues = [
      { issueID: 10001, properties: { tag: { state: 'exempt' } } },
      { issueID: 20001, properties: { tag: { state: 'exempt' } } },
      { issueID: 10002, properties: { size: 2 } },
    ];
    const reply = await jira.ask('member', 'POST', `${LIST}/multi`, { issues });
    expect(reply.status).toBe(303);
    expect((await taskOf(jira, 'member', reply)).body).toMatchObject({
      message: expect.stringContaining('20001'),
    });
    expect(propertiesOf(jira)).toEqual([{ tag: { state: 'exempt' } }, { size: 2 }, {}]);
  });

  it.each([
    [
      'alike in 10,000 issues',
      LIST,
      10_000,
      (ids: number[]) => ({ entitiesIds: ids, properties: { size: 1 } }),
    ],
    [
      'one by one in 100 issues',
      `${LIST}/multi`,
      100,
      (ids: number[]) => ({ issues: ids.map((issueID) => ({ issueID, properties: { size: 1 } })) }),
    ],
  ])('are set %s, and in no more', async (_, path, most, bodyFor) => {
    const ids = Array.from({ length: most + 1 }, (__, at) => 10_001 + at);
    const jira = aJira(ids.map((id) => anIssue(`TEAM-${id - 10_000}`)));
    expect((await jira.ask('member', 'POST', path, bodyFor(ids))).status).toBe(400);
    expect(jira.site.issues.some(({ properties }) => 'size' in properties)).toBe(false);
    expect((await jira.ask('member', 'POST', path, bodyFor(ids.slice(1)))).status).toBe(303);
    expect(jira.site.issues.filter(({ properties }) => 'size' in properties)).toHaveLength(most);
  });

  it('show their task to who began it and to administrators', async () => {
    const jira = site();
    const reply = await jira.ask('member', 'POST', LIST, { entitiesIds: [10001], properties: { tag: 1 } });
    expect((await taskOf(jira, 'admin', reply)).status).toBe(200);
    expect((await taskOf(jira, 'viewer', reply)).status).toBe(403);
    expect((await jira.ask('member', 'GET', '/rest/api/3/task/none')).status).toBe(404);
  });
});
