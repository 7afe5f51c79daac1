import { answerControl } from '../../../local/http/control';
import type { StandIn } from '../../../local/stand-in';
import { ask, hear, HOUR, MINUTE, pass, rest, startBackground } from './background-stand-in';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startBackground();
});

const PROPERTY = '/rest/api/3/issue/TEAM-1/properties/mark';

const put = (value: unknown) => rest(standIn, 'member', 'PUT', PROPERTY, value);

const eventTypes = async () => (await hear(standIn)).map(({ told }) => told[0]['eventType']);

describe('what happens in Jira', () => {
  test('a changed issue comes with its fields, what changed, and who did it', async () => {
    expect(
      await rest(standIn, 'member', 'PUT', '/rest/api/3/issue/TEAM-1', { fields: { summary: 'New words' } }),
    ).toBe(204);
    const [event, ...others] = await hear(standIn);
    expect(others).toEqual([]);
    const { cloudId } = standIn.installation;
    expect(event?.moduleKey).toBe('issue-events');
    expect(event?.told[0]).toMatchObject({
      eventType: 'avi:jira:updated:issue',
      atlassianId: 'account-member',
      selfGenerated: false,
      issue: { id: '10001', key: 'TEAM-1', fields: { summary: 'New words', project: { key: 'TEAM' } } },
      changelog: {
        items: [{ field: 'summary', fromString: 'Summary of TEAM-1', toString: 'New words' }],
      },
      context: { cloudId, moduleKey: 'issue-events' },
    });
    expect(event?.told[1]).toMatchObject({ installContext: `ari:cloud:jira::site/${cloudId}` });
  });

  test('a new assignee is an event of its own', async () => {
    const fields = { assignee: { accountId: 'account-member' } };
    await rest(standIn, 'admin', 'PUT', '/rest/api/3/issue/TEAM-1', { fields });
    expect(await eventTypes()).toEqual(['avi:jira:updated:issue', 'avi:jira:assigned:issue']);
  });

  test('a property that was set or deleted comes with its key', async () => {
    await put({ by: 'a person' });
    await rest(standIn, 'member', 'DELETE', PROPERTY);
    const told = (await hear(standIn)).filter(({ name }) => name === 'issue event');
    expect(told.map((one) => one.told[0])).toMatchObject([
      { eventType: 'avi:jira:set:issue-property', property: { key: 'mark', value: { by: 'a person' } } },
      { eventType: 'avi:jira:deleted:issue-property', property: { key: 'mark' }, issue: { key: 'TEAM-1' } },
    ]);
  });

  test('a sprint is told of from its making to its end', async () => {
    const path = '/rest/agile/1.0/sprint';
    await rest(standIn, 'admin', 'POST', path, { name: 'Sprint 4', originBoardId: 1 });
    await rest(standIn, 'admin', 'POST', `${path}/4`, { goal: 'Less to do' });
    await rest(standIn, 'admin', 'POST', `${path}/2`, { state: 'closed' });
    const dates = { startDate: '2026-03-02T12:00:00.000Z', endDate: '2026-03-16T12:00:00.000Z' };
    await rest(standIn, 'admin', 'POST', `${path}/4`, { state: 'active', ...dates });
    const told = (await hear(standIn)).filter(({ name }) => name === 'sprint event');
    expect(told.map((one) => one.told[0])).toMatchObject([
      { eventType: 'avi:jira-software:created:sprint', sprint: { id: '4', state: 'future' } },
      {
        eventType: 'avi:jira-software:updated:sprint',
        sprint: { goal: 'Less to do' },
        oldValue: { goal: '' },
      },
      { eventType: 'avi:jira-software:closed:sprint', sprint: { id: '2', state: 'closed' } },
      { eventType: 'avi:jira-software:started:sprint', sprint: { id: '4', state: 'active' } },
    ]);
  });

  test('what Jira refuses is no event', async () => {
    expect(await rest(standIn, 'viewer', 'PUT', PROPERTY, 1)).toBe(403);
    expect(await hear(standIn)).toEqual([]);
  });

  test('an event tells how it was when it happened, however late it comes', async () => {
    await put('first');
    await put('second');
    const values = (await hear(standIn)).map(({ told }) => told[0]['property']);
    expect(values).toContainEqual({ key: 'mark', value: 'first' });
  });
});

test('a trigger that ignores what the app does hears of people only, and of sprints all the same', async () => {
  expect(await ask(standIn, 'setPropertyAsApp')).toBe(201);
  const byApp = await hear(standIn);
  expect(byApp.map(({ name }) => name)).toEqual(['issue event']);
  expect(byApp[0]?.told[0]).toMatchObject({ selfGenerated: true, atlassianId: 'installed-app' });
  await put('by a person');
  expect((await hear(standIn)).map(({ name }) => name)).toEqual(['issue event', 'deaf']);
  const ofSprint = { eventType: 'avi:jira-software:updated:sprint', sprint: { id: '2' } };
  expect(standIn.events.fire(ofSprint, { as: 'app' })).toEqual(['deaf-to-itself', 'sprint-events']);
});

describe('by hand', () => {
  const post = async (body: unknown, path = '/local/events') => {
    const request = { method: 'POST', path, body: JSON.stringify(body) };
    const reply = (await answerControl(standIn, request, () => undefined))!;
    return { status: reply.status, body: JSON.parse(String(reply.body)) as Record<string, unknown> };
  };

  test('any event can be fired, also one that this Jira never causes', async () => {
    const event = { eventType: 'avi:jira:deleted:issue', issue: { id: '10002', key: 'TEAM-2' } };
    expect(await post({ event, by: 'admin' })).toMatchObject({
      status: 200,
      body: { told: ['issue-events'] },
    });
    expect((await hear(standIn))[0]?.told[0]).toMatchObject({ ...event, atlassianId: 'account-admin' });
  });

  test('a scheduled trigger can be run', async () => {
    expect((await post({ scheduledTrigger: 'weekly' })).status).toBe(200);
    expect((await hear(standIn)).map(({ name }) => name)).toEqual(['weekly', 'weekly asked']);
  });

  test('what cannot be meant is refused in words', async () => {
    expect(await post({})).toMatchObject({ status: 400 });
    expect(await post({ scheduledTrigger: 'daily' })).toMatchObject({ status: 400 });
    expect(await post({ event: { eventType: 'issue_updated' } })).toMatchObject({ status: 400 });
    const event = { eventType: 'avi:jira:viewed:issue' };
    expect(await post({ event, by: 'nobody' })).toMatchObject({ status: 400 });
    expect(await post({ event })).toMatchObject({ status: 200, body: { told: [] } });
  });
});

describe('delivery', () => {
  test('is disturbed by hand, too, and says how it is', async () => {
    const post = async (body: object) => {
      const request = { method: 'POST', path: '/local/delivery', body: JSON.stringify(body) };
      return (await answerControl(standIn, request, () => undefined))!;
    };
    const { status, body } = await post({ duplicated: 1, lateByMs: { least: 0, most: MINUTE } });
    expect([status, JSON.parse(String(body))]).toMatchObject([
      200,
      { duplicated: 1, lateByMs: { most: MINUTE }, shuffled: false, parallel: 1, waiting: 0 },
    ]);
    await put(1);
    pass(standIn, MINUTE);
    expect((await eventTypes()).length).toBe(4);
    expect((await post({ duplicated: 2 })).status).toBe(400);
    expect((await post({ lost: 1 })).status).toBe(400);
  });

  test('nothing comes before it is asked for, and then once', async () => {
    await put(1);
    expect(await ask(standIn, 'heard')).toEqual([]);
    expect(standIn.deliveries.waiting()).toBe(2);
    expect((await eventTypes()).length).toBe(2);
    expect(await eventTypes()).toEqual([]);
  });

  test('duplicates, when asked', async () => {
    standIn.deliveries.disturb({ duplicated: 1 });
    await put(1);
    expect((await eventTypes()).length).toBe(4);
  });

  test('late, when asked', async () => {
    standIn.deliveries.disturb({ lateByMs: { least: MINUTE, most: 2 * MINUTE } });
    await put(1);
    expect(await eventTypes()).toEqual([]);
    pass(standIn, 2 * MINUTE);
    expect((await eventTypes()).length).toBe(2);
  });

  const orderWith = async (seed: number) => {
    standIn.deliveries.disturb({ shuffled: true, seed });
    for (let n = 0; n < 12; n += 1) await put(n);
    const heard = (await hear(standIn)).filter(({ name }) => name === 'deaf');
    return heard.map(({ told }) => (told[0]['property'] as { value: number }).value);
  };

  test('out of order, when asked, and in the same disorder for the same seed', async () => {
    const first = await orderWith(7);
    expect(first).not.toEqual([...first].sort((a, b) => a - b));
    expect([...first].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(await orderWith(7)).toEqual(first);
    expect(await orderWith(8)).not.toEqual(first);
  });

  test('by itself once started, until it is stopped', async () => {
    const delivery = standIn.deliveries.start((error) => {
      throw error;
    });
    await put(1);
    let heard: unknown[] = [];
    while (heard.length < 2) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      heard = [...heard, ...(await ask<unknown[]>(standIn, 'heard'))];
    }
    delivery.stop();
    await put(2);
    expect(standIn.deliveries.waiting()).toBe(2);
  });
});

describe('again', () => {
  const retries = (...all: readonly { retryAfter: number; retryData?: unknown }[]) =>
    ask(standIn, 'behave', { deaf: { retries: all } });
  const deaf = async () => (await hear(standIn)).filter(({ name }) => name === 'deaf');

  test('a function that asks for it gets the event again after the time that it asked for', async () => {
    await retries({ retryAfter: 30, retryData: { page: 2 } });
    await put(1);
    expect((await deaf())[0]?.told[0]).not.toHaveProperty('retryContext');
    pass(standIn, 29_000);
    expect(await deaf()).toEqual([]);
    pass(standIn, 2_000);
    expect((await deaf())[0]?.told[0]).toMatchObject({
      eventType: 'avi:jira:set:issue-property',
      retryContext: {
        retryCount: 1,
        retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
        retryData: { page: 2 },
        retentionWindow: { startTime: expect.stringMatching(/^2026-03-02T12:00/) },
      },
    });
    pass(standIn, HOUR);
    expect(await deaf()).toEqual([]);
  });

  test('it waits 15 minutes at the most, and not longer than a day in all', async () => {
    await retries(...Array.from({ length: 500 }, () => ({ retryAfter: 5000 })));
    await put(1);
    let count = 0;
    for (let quarters = 0; quarters < 120; quarters += 1) {
      count += (await deaf()).length;
      pass(standIn, 15 * MINUTE + 100);
    }
    expect(count).toBe(96);
  });

  test('data of more than 4 KB to retry with is not kept, and the event does not come again', async () => {
    await retries({ retryAfter: 1, retryData: 'x'.repeat(5000) });
    await put(1);
    expect((await deaf()).length).toBe(1);
    pass(standIn, HOUR);
    expect(await deaf()).toEqual([]);
  });

  test('what a function throws is final', async () => {
    await ask(standIn, 'behave', { deaf: { throws: true } });
    await put(1);
    expect((await deaf()).length).toBe(1);
    pass(standIn, HOUR);
    expect(await deaf()).toEqual([]);
  });

  test('where the platform fails, it brings the event again by itself', async () => {
    standIn.faults.set([{ target: 'invoke', match: '^deaf-fn/', share: 1, status: 500 }]);
    await put(1);
    expect(await deaf()).toEqual([]);
    standIn.faults.set([]);
    pass(standIn, HOUR);
    expect((await deaf())[0]?.told[0]).toMatchObject({
      retryContext: { retryCount: 1, retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' },
    });
  });

  test('an answer that is lost brings it a second time, though it was done', async () => {
    standIn.faults.set([{ target: 'invoke', match: '^deaf-fn/', share: 1, dropReply: true }]);
    await put(1);
    expect((await deaf()).length).toBe(1);
    standIn.faults.set([]);
    pass(standIn, HOUR);
    expect((await deaf()).length).toBe(1);
  });
});
