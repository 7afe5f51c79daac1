import { createPointPool } from '../../../local/jira/point-pool';
import { PUBLISHED_JIRA_LIMITS, type JiraLimits } from '../../../local/jira/rate-limits';
import type { JiraReply, JiraRequest } from '../../../local/seams';
import { anIssue, aSite } from '../../builders/a-site';
import { anInstalledApp } from '../../builders/an-installed-app';
import { aJira, type TestJira } from './a-jira';

const MEMBER = { as: 'user', accountId: 'account-member' } as const;

const ask = (
  { handle }: Pick<TestJira, 'handle'>,
  from: JiraRequest['from'],
  method: string,
  path: string,
  body: unknown = null,
): Promise<JiraReply> =>
  handle(
    {
      method,
      path,
      headers: {},
      body: body === null ? null : JSON.stringify(body),
      ...(from === undefined ? {} : { from }),
    },
    MEMBER,
  );

const later = ({ clock }: TestJira, milliseconds: number): void =>
  clock.moveTo(new Date(clock.now().getTime() + milliseconds));

/** How many of that many requests are answered with anything but a 429. */
const letIn = async (count: number, request: (at: number) => Promise<JiraReply>): Promise<number> => {
  let served = 0;
  for (let at = 0; at < count; at += 1) served += (await request(at)).status === 429 ? 0 : 1;
  return served;
};

const limited = (over: Partial<JiraLimits>) => ({ limits: () => ({ ...PUBLISHED_JIRA_LIMITS, ...over }) });

const READ = '/rest/api/3/issue/TEAM-1?fields=summary';
const SECOND = 1000;

test('holds to the figures that are published', () => {
  expect(PUBLISHED_JIRA_LIMITS).toEqual({
    jiraPointsPerHour: 65_000,
    jiraReadsPerSecond: 100,
    jiraWritesPerSecond: 50,
    jiraIssueWritesPer2Seconds: 20,
    jiraIssueWritesPer30Seconds: 100,
  });
});

describe('the points of an hour', () => {
  it('are used up by the back end, then everything is a 429 until the full hour', async () => {
    const jira = aJira([anIssue('TEAM-1')], {}, limited({ jiraPointsPerHour: 3 }));
    jira.clock.moveTo(new Date('2026-01-20T12:40:00.000Z'));
    expect(await letIn(2, () => ask(jira, 'back-end', 'GET', READ))).toBe(2);
    const refused = await ask(jira, 'back-end', 'GET', '/rest/api/3/myself');
    expect(refused).toMatchObject({
      status: 429,
      points: 0,
      headers: {
        'retry-after': '1200',
        'ratelimit-reason': 'jira-quota-global-based',
        'x-ratelimit-limit': '3',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '2026-01-20T13:00Z',
        ratelimit: '"global-app-quota";r=0;t=1200',
      },
    });
    jira.clock.moveTo(new Date('2026-01-20T13:00:00.000Z'));
    expect((await ask(jira, 'back-end', 'GET', READ)).status).toBe(200);
  });

  it('are told in the reply when a fifth of them or less is left', async () => {
    const jira = aJira([anIssue('TEAM-1')], {}, limited({ jiraPointsPerHour: 10 }));
    const told = async () => (await ask(jira, 'back-end', 'GET', READ)).headers['ratelimit'];
    expect([await told(), await told(), await told()]).toEqual([undefined, undefined, undefined]);
    expect(await told()).toBe('"global-app-quota";r=2;t=3600');
  });

  it('cost the front end nothing, nor other clients of the site', async () => {
    const jira = aJira([anIssue('TEAM-1')], {}, limited({ jiraPointsPerHour: 1 }));
    expect(await letIn(1, () => ask(jira, 'back-end', 'GET', READ))).toBe(1);
    expect(await letIn(5, () => ask(jira, 'front-end', 'GET', READ))).toBe(5);
    expect(await letIn(5, () => ask(jira, undefined, 'GET', READ))).toBe(5);
    expect(await letIn(1, () => ask(jira, 'back-end', 'GET', READ))).toBe(0);
  });

  it('are shared by the sites that the app is installed in', async () => {
    const pointPool = createPointPool(() => new Date('2026-01-20T12:00:00.000Z'));
    const [one, other] = [1, 2].map(() =>
      aJira([anIssue('TEAM-1')], {}, { pointPool, ...limited({ jiraPointsPerHour: 2 }) }),
    );
    expect((await ask(one!, 'back-end', 'GET', READ)).status).toBe(200);
    expect((await ask(other!, 'back-end', 'GET', READ)).headers['ratelimit-reason']).toBe(
      'jira-quota-global-based',
    );
  });
});

describe('bursts', () => {
  const search = (jira: TestJira, from: JiraRequest['from'] = 'front-end') =>
    ask(jira, from, 'POST', '/rest/api/3/search/jql', { jql: 'project = TEAM' });

  it('of more than 100 reads of one endpoint in a second are refused, from either side of the app', async () => {
    const jira = aJira([anIssue('TEAM-1')]);
    expect(await letIn(60, () => search(jira, 'front-end'))).toBe(60);
    expect(await letIn(60, () => search(jira, 'back-end'))).toBe(40);
    expect(await search(jira)).toMatchObject({
      headers: { 'retry-after': '1', 'ratelimit-reason': 'jira-burst-based', 'x-ratelimit-limit': '100' },
    });
  });

  it('leave other endpoints alone, and end with the second', async () => {
    const jira = aJira([anIssue('TEAM-1')]);
    await letIn(101, () => search(jira));
    expect((await ask(jira, 'front-end', 'GET', READ)).status).toBe(200);
    later(jira, SECOND);
    expect((await search(jira)).status).toBe(200);
  });

  it('of more than 50 writes are refused, whichever issues they write', async () => {
    const jira = aJira([...Array(60).keys()].map((at) => anIssue(`TEAM-${at + 1}`)));
    const write = (at: number) =>
      ask(jira, 'back-end', 'PUT', `/rest/api/3/issue/TEAM-${at + 1}/properties/tag`, { at });
    expect(await letIn(60, write)).toBe(50);
  });

  it('are not counted for other clients: on one machine they ask faster than any network lets them', async () => {
    const jira = aJira([anIssue('TEAM-1')]);
    expect(await letIn(150, () => ask(jira, undefined, 'GET', READ))).toBe(150);
  });
});

describe('writes of one issue', () => {
  const write = (jira: TestJira, key = 'TEAM-1') =>
    ask(jira, 'front-end', 'PUT', `/rest/api/3/issue/${key}/properties/tag`, { size: 1 });

  it('are 20 in two seconds, by whichever name and route', async () => {
    const jira = aJira([anIssue('TEAM-1'), anIssue('TEAM-2')]);
    expect(await letIn(15, () => write(jira))).toBe(15);
    expect(await letIn(10, () => write(jira, '10001'))).toBe(5);
    const edit = await ask(jira, 'front-end', 'PUT', '/rest/api/3/issue/TEAM-1', { fields: {} });
    expect(edit).toMatchObject({
      status: 429,
      headers: { 'ratelimit-reason': 'jira-per-issue-on-write', 'retry-after': '2' },
    });
    expect(await letIn(1, () => write(jira, 'TEAM-2'))).toBe(1);
    expect(await letIn(1, () => ask(jira, 'front-end', 'GET', READ))).toBe(1);
  });

  it('are 100 in thirty seconds', async () => {
    const jira = aJira([anIssue('TEAM-1')]);
    let served = 0;
    for (let round = 0; round < 7; round += 1) {
      served += await letIn(20, () => write(jira));
      later(jira, 2 * SECOND);
    }
    expect(served).toBe(100);
    later(jira, 30 * SECOND);
    expect((await write(jira)).status).toBe(200);
  });
});

describe('in the installed app', () => {
  it('a resolver says that Jira is busy, and the meter counts the refusals and the points that are left', async () => {
    const app = await anInstalledApp(aSite({ issues: [anIssue('TEAM-1')] }));
    app.standIn.clock.moveTo(new Date('2026-01-20T12:10:00.000Z'));
    const before = app.standIn.meter.read().jira;
    const panel = { issueId: '10001' };
    await app.get('member', 'loadIssuePanel', panel);
    const { pointsLeft, behindResolvers } = app.standIn.meter.read().jira;
    expect(behindResolvers.points).toBeGreaterThan(0);
    expect(pointsLeft).toBe(before.pointsLeft - behindResolvers.points);

    app.standIn.settings.change({ jiraPointsPerHour: 0 });
    const problem = await app.problem('member', 'loadIssuePanel', panel);
    expect(problem.code).toBe('rate-limited');
    const { jira } = app.standIn.meter.read();
    expect(jira.pointsLeft).toBe(0);
    expect(jira.behindResolvers.refused).toBeGreaterThan(0);
  });
});
