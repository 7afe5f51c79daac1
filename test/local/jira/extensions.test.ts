import { join } from 'node:path';
import type { JiraCaller } from '../../../local/seams';
import { createStandIn, type StandIn } from '../../../local/stand-in';
import { anIssue, aSite } from '../../builders/a-site';
import { watcher } from '../../contract/fail-on-mismatch';

const start = (timeLimitMs?: number): Promise<StandIn> =>
  createStandIn({
    root: join(__dirname, 'extension-app'),
    site: aSite({ issues: [anIssue('TEAM-1'), anIssue('TEAM-2'), anIssue('TEAM-3')] }),
    siteUrl: 'http://127.0.0.1:1',
    onExchange: watcher.onExchange,
    log: () => undefined,
    ...(timeLimitMs === undefined ? {} : { timeLimitMs }),
  });

const member: JiraCaller = { as: 'user', accountId: 'account-member' };

const ask = async ({ jira }: StandIn, caller: JiraCaller, method: string, path: string, body: unknown) => {
  const reply = await jira.handle({ method, path, headers: {}, body: JSON.stringify(body) }, caller);
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
