import { join } from 'node:path';
import type { JiraCaller } from '../../../local/seams';
import { createStandIn, type StandIn } from '../../../local/stand-in';
import { anIssue, aSite } from '../../builders/a-site';
import { watcher } from '../../contract/fail-on-mismatch';

const start = (timeLimitMs?: number): Promise<StandIn> =>
  createStandIn({
    root: join(__dirname, 'extension-app'),
    site: aSite({ issues: [1, 2, 3, 4, 5].map((number) => anIssue(`TEAM-${number}`)) }),
    siteUrl: 'http://127.0.0.1:1',
    onExchange: watcher.onExchange,
    log: () => undefined,
    ...(timeLimitMs === undefined ? {} : { timeLimitMs }),
  });

const member: JiraCaller = { as: 'user', accountId: 'account-member' };

const ask = async ({ jira }: StandIn, caller: JiraCaller, method: string, path: string, body: unknown) => {
  const reply = await jira.handle(
    { method, path, headers: {}, body: body === null ? null : JSON.stringify(body) },
    caller,
  );
  return { status: reply.status, body: reply.body === '' ? null : (JSON.parse(reply.body) as unknown) };
};

const search = (standIn: StandIn, jql: string) =>
  ask(standIn, member, 'POST', '/rest/api/3/search/jql', { jql, fields: ['key'] });

const rate = (standIn: StandIn, issueId: number, value: number) =>
  ask(standIn, { as: 'app' }, 'PUT', '/rest/api/3/app/field/rating/value', {
    updates: [{ issueIds: [issueId], value }],
  });

describe('what an app’s manifest adds to Jira', () => {
  it('is found by the app’s own function, run in its back end, over the app’s own field', async () => {
    const standIn = await start();
    await rate(standIn, 10001, 0.9);
    await rate(standIn, 10002, 0.2);
    const jql = (operator: string) => `project = TEAM AND issue ${operator} issuesRated("0.5") ORDER BY key`;
    expect((await search(standIn, jql('in'))).body).toMatchObject({ issues: [{ key: 'TEAM-1' }] });
    expect((await search(standIn, jql('not in'))).body).toMatchObject({ issues: [{ key: 'TEAM-2' }] });
  });

  it('is asked once for what many search, and again not even for an error it wants kept', async () => {
    const standIn = await start();
    const invocations = () => standIn.meter.read().invocations.total;
    await search(standIn, 'issue in issuesRated("0.5")');
    await search(standIn, 'issue in issuesRated("0.5") AND project = TEAM');
    expect(invocations()).toBe(1);
    for (const _time of [1, 2]) {
      expect(await search(standIn, 'issue in issuesRated(much)')).toEqual({
        status: 400,
        body: { errorMessages: ['much is no rating.'], errors: {} },
      });
    }
    expect(invocations()).toBe(2);
  });

  it('is given up when the function takes too long, and asked anew by the next search', async () => {
    const standIn = await start(50);
    for (const times of [1, 2]) {
      const { status, body } = await search(standIn, 'issue in issuesRated(never)');
      expect({ status, body }).toMatchObject({
        status: 400,
        body: { errorMessages: [expect.stringContaining('did not answer')] },
      });
      expect(standIn.meter.read().invocations.total).toBe(times);
    }
  });
});

const FIELD_ARI = 'ari:cloud:ecosystem::extension/33333333-3333-4444-8555-666666666666/';

describe('a field that the app computes', () => {
  const headlineOf = async (standIn: StandIn, key: string): Promise<unknown> => {
    const { body } = await ask(
      standIn,
      member,
      'GET',
      `/rest/api/3/issue/${key}?fields=customfield_10102`,
      null,
    );
    return (body as { fields: Record<string, unknown> }).fields['customfield_10102'];
  };

  it('is computed by whoever opens an issue, in no other view, and is then kept for all of them', async () => {
    const standIn = await start();
    await search(standIn, 'project = TEAM');
    expect(await headlineOf(standIn, 'TEAM-1')).toBeNull();
    expect(standIn.meter.read().invocations.total).toBe(0);
    const { computed, problems } = await standIn.jira.view(member, 'TEAM-1');
    const told = JSON.parse(String(computed['customfield_10102'])) as Record<string, unknown>;
    expect(problems).toEqual([]);
    expect(told).toMatchObject({
      moduleKey: 'headline',
      asked: {
        field: {
          id: 'customfield_10102',
          key: '33333333-3333-4444-8555-666666666666__DEVELOPMENT__headline',
          type: expect.stringMatching(`^${FIELD_ARI}.*/static/headline$`) as string,
          name: 'Headline',
        },
        issues: [{ id: 10001, value: null }],
      },
    });
    expect(await headlineOf(standIn, 'TEAM-1')).toBe(computed['customfield_10102']);
    const found = await search(standIn, 'project = TEAM AND Headline is not EMPTY');
    expect(found.body).toMatchObject({ issues: [{ key: 'TEAM-1' }] });
    expect(standIn.meter.read().invocations.byFunction['headline-fn/headline']).toMatchObject({ count: 1 });
  });

  it('is told what is kept, leaves no line in the history, and can be emptied', async () => {
    const standIn = await start();
    await standIn.jira.view(member, 'TEAM-1');
    await standIn.jira.view(member, 'TEAM-1');
    expect(await headlineOf(standIn, 'TEAM-1')).toBeNull();
    const { body } = await ask(standIn, member, 'GET', '/rest/api/3/issue/TEAM-1/changelog', null);
    expect(body).toMatchObject({ total: 0 });
  });

  it.each([
    ['fails', 'TEAM-2', 'the press is broken'],
    ['answers what is not of the field’s type', 'TEAM-3', 'has to be a string'],
    ['asks as the user, who is not there', 'TEAM-4', 'Authentication'],
    ['never answers', 'TEAM-5', 'headline'],
  ])('keeps what it was where the function %s', async (_what, key, words) => {
    const standIn = await start(50);
    await ask(standIn, { as: 'app' }, 'PUT', '/rest/api/3/app/field/headline/value', {
      updates: [{ issueIds: [Number(`1000${key.slice(-1)}`)], value: 'before' }],
    });
    const { computed, problems } = await standIn.jira.view(member, key);
    expect({ computed, problems }).toEqual({
      computed: {},
      problems: [expect.stringMatching(new RegExp(words, 'i'))],
    });
    expect(await headlineOf(standIn, key)).toBe('before');
  });

  it('is not computed for who may not see the issue', async () => {
    const standIn = await start();
    const outsider: JiraCaller = { as: 'user', accountId: 'account-outsider' };
    await expect(standIn.jira.view(outsider, 'TEAM-1')).rejects.toMatchObject({ status: 404 });
    expect(standIn.meter.read().invocations.total).toBe(0);
  });
});
