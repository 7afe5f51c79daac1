import type { StandIn } from '../../../local/stand-in';
import { ask, hear, HOUR, MINUTE, pass, startBackground } from './background-stand-in';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startBackground();
});

type Pushed = { readonly jobId: string };
type Refused = { readonly error: string; readonly message: string; readonly failedEvents?: unknown };

const push = (queue: string, ...events: readonly object[]) =>
  ask<Pushed & Refused>(standIn, 'push', { queue, events });
const stats = (queue: string, { jobId }: Pushed) => ask(standIn, 'stats', { queue, jobId });
const event = (n: number) => ({ body: { n } });
/** What the consumers were called with since this was last asked. */
const consumed = async () => (await hear(standIn)).filter(({ moduleKey }) => moduleKey.endsWith('-consumer'));
const numbers = async () =>
  (await consumed()).map(({ told }) => (told[0]['body'] as { readonly n: number }).n);

test('what is pushed comes to the consumer, which nobody called', async () => {
  const { jobId } = await push('plain', event(1), event(2));
  const [first, second] = await consumed();
  expect(first?.told[0]).toEqual({
    queueName: 'plain',
    jobId,
    eventId: expect.any(String),
    body: { n: 1 },
  });
  expect(first?.moduleKey).toBe('plain-consumer');
  expect(first?.told[1]).not.toHaveProperty('principal');
  expect(second?.told[0]).toMatchObject({ body: { n: 2 } });
  expect(second?.told[0]['eventId']).not.toBe(first?.told[0]['eventId']);
});

test('a consumer may be a method of a resolver', async () => {
  const { jobId } = await push('by-resolver', event(1));
  const [heard] = await consumed();
  expect(heard).toMatchObject({
    name: 'consume',
    told: [{ n: 1 }, { jobId, moduleKey: 'resolver-consumer' }],
  });
});

test('an event can be put off', async () => {
  await push('plain', { ...event(1), delayInSeconds: 600 }, event(2));
  expect(await numbers()).toEqual([2]);
  pass(standIn, 10 * MINUTE);
  expect(await numbers()).toEqual([1]);
});

test('a job can be watched', async () => {
  await ask(standIn, 'behave', { plain: { throws: true } });
  const job = await push('plain', event(1), { ...event(2), delayInSeconds: 60 }, event(3));
  expect(await stats('plain', job)).toEqual({ success: 0, inProgress: 3, failed: 0 });
  await consumed();
  expect(await stats('plain', job)).toEqual({ success: 0, inProgress: 1, failed: 2 });
  await ask(standIn, 'behave', {});
  pass(standIn, MINUTE);
  await consumed();
  expect(await stats('plain', job)).toEqual({ success: 1, inProgress: 0, failed: 2 });
});

test('a job can be called off before its events come', async () => {
  const job = await push('plain', event(1), { ...event(2), delayInSeconds: 60 });
  await consumed();
  expect(await ask(standIn, 'cancel', { queue: 'plain', jobId: job.jobId })).toBeUndefined();
  pass(standIn, HOUR);
  expect(await consumed()).toEqual([]);
});

test('an unknown job is an error for who asks', async () => {
  const unknown = { queue: 'plain', jobId: '6d1f0d0a-4f0a-4b8e-9f57-0d0b7f7a1c11' };
  expect(await ask(standIn, 'stats', unknown)).toMatchObject({ error: 'JobDoesNotExistError' });
  expect(await ask(standIn, 'cancel', unknown)).toMatchObject({ error: 'JobDoesNotExistError' });
});

describe('limits', () => {
  test('a queue without a consumer is refused by its name', async () => {
    expect(await push('nobodys', event(1))).toMatchObject({
      error: 'InternalServerError',
      message: expect.stringContaining('nobodys'),
    });
  });

  test('events that cannot be taken are named, and the others come', async () => {
    const heavy = { body: { text: 'x'.repeat(101 * 1024) } };
    expect(await push('slow', event(1), heavy)).toMatchObject({
      error: 'PartialSuccessError',
      failedEvents: [{ errorMessage: expect.stringContaining('100 KB'), payload: heavy }],
    });
    expect(await numbers()).toEqual([1]);
    expect(await push('plain', heavy)).toHaveProperty('jobId');
  });

  const unchecked = (payload: readonly object[]) =>
    ask<number>(standIn, 'pushUnchecked', {
      queueName: 'plain',
      jobId: '6d1f0d0a-4f0a-4b8e-9f57-0d0b7f7a1c11',
      type: 'avi:forge:app:event',
      schema: 'ari:cloud:ecosystem::forge/app-event-2',
      payload,
      time: '2026-03-02T12:00:00.000Z',
    });

  test('the platform looks for itself, whatever the package has looked at', async () => {
    expect(await unchecked([])).toBe(400);
    expect(await unchecked(Array.from({ length: 51 }, (_, n) => event(n)))).toBe(400);
    expect(await unchecked([{ body: 'no object' }])).toBe(400);
    expect(await unchecked([{ body: { text: 'x'.repeat(201 * 1024) } }])).toBe(413);
    expect(await unchecked([{ ...event(1), delayInSeconds: 901 }])).toBe(202);
    expect(await consumed()).toEqual([]);
    expect(await unchecked([event(1)])).toBe(201);
  });

  test('500 events in a minute, then none before the minute has passed', async () => {
    for (let n = 0; n < 10; n += 1) await push('plain', ...Array.from({ length: 50 }, () => event(n)));
    expect(await push('plain', event(1))).toMatchObject({ error: 'RateLimitError' });
    pass(standIn, MINUTE);
    expect(await push('plain', event(1))).toHaveProperty('jobId');
  });

  test('1,000 pushes that go back to one call, then it ends', async () => {
    await ask(standIn, 'behave', { slow: { pushesAgain: true } });
    await push('slow', event(0));
    let count = 0;
    for (let heard = await consumed(); heard.length > 0; heard = await consumed()) {
      count += heard.length;
      pass(standIn, 1000);
    }
    expect(count).toBe(1000);
  });
});

describe('delivery', () => {
  test('an event may come twice, and counts once', async () => {
    standIn.deliveries.disturb({ duplicated: 1 });
    const job = await push('plain', event(1));
    const heard = await consumed();
    expect(heard.map(({ told }) => told[0]['eventId'])).toEqual([
      heard[0]?.told[0]['eventId'],
      heard[0]?.told[0]['eventId'],
    ]);
    expect(await stats('plain', job)).toEqual({ success: 1, inProgress: 0, failed: 0 });
  });

  test('events may come at the same time, but of one key not more than its limit', async () => {
    const most = async (...events: readonly object[]) => {
      standIn.deliveries.disturb({ parallel: 10 });
      await push('slow', ...events);
      const heard = await consumed();
      return Math.max(...heard.map(({ told }) => Number(told[0]['underWay'])));
    };
    await ask(standIn, 'behave', { slow: { takesMs: 5 } });
    const six = [1, 2, 3, 4, 5, 6].map(event);
    expect(await most(...six)).toBe(6);
    expect(await most(...six.map((one) => ({ ...one, concurrency: { key: 'k', limit: 2 } })))).toBe(2);
  });

  test('a consumer that asks for it gets the event again, and only then is it done', async () => {
    await ask(standIn, 'behave', { plain: { retries: [{ retryAfter: 60 }] } });
    const job = await push('plain', event(1));
    await consumed();
    expect(await stats('plain', job)).toEqual({ success: 0, inProgress: 1, failed: 0 });
    pass(standIn, MINUTE);
    expect((await consumed())[0]?.told[0]).toMatchObject({
      body: { n: 1 },
      retryContext: { retryCount: 1 },
    });
    expect(await stats('plain', job)).toEqual({ success: 1, inProgress: 0, failed: 0 });
  });

  test('one that runs too long is ended by the platform, which brings the event again', async () => {
    standIn = await startBackground({ timeLimitMs: 400 });
    await ask(standIn, 'behave', { slow: { takesMs: 1200 } });
    const job = await push('slow', event(1));
    await consumed();
    expect(await stats('slow', job)).toEqual({ success: 0, inProgress: 1, failed: 0 });
    await ask(standIn, 'behave', {});
    pass(standIn, HOUR);
    expect((await consumed()).at(-1)?.told[0]).toMatchObject({
      retryContext: { retryReason: 'FUNCTION_TIME_OUT' },
    });
    expect(await stats('slow', job)).toEqual({ success: 1, inProgress: 0, failed: 0 });
  });

  test('a push whose answer is lost has taken its effect', async () => {
    standIn.faults.set([{ target: 'jira', match: '/webhook/queue/publish', share: 1, dropReply: true }]);
    expect(await push('plain', event(1))).toMatchObject({ message: 'fetch failed' });
    expect(await numbers()).toEqual([1]);
  });
});
