import type { StandIn } from '../../../local/stand-in';
import { invoke, startFixture } from './fixture-stand-in';

/** Time stands still until told: a minute passes slower than a test. */
let standIn: StandIn;
beforeEach(async () => {
  standIn = await startFixture();
  standIn.clock.moveTo(new Date('2026-03-02T09:00:00.000Z'));
  jest.useFakeTimers({ now: Date.now(), doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
});
afterEach(() => jest.useRealTimers());

const later = (milliseconds: number) => jest.setSystemTime(Date.now() + milliseconds);
const call = (account: string | null) => invoke(standIn, 'echo', { said: 1 }, account);

test('lets so many calls of a user in a minute, and others go on', async () => {
  standIn.settings.change({ invocationsPerUserPerMinute: 2 });
  await call('mona');
  await call('mona');
  await expect(call('mona')).rejects.toThrow('There was an error invoking the function - Forge takes 2');
  expect(await call('admin')).toEqual({ said: 1 });
  expect(await call(null)).toEqual({ said: 1 });
  later(60_000);
  expect(await call('mona')).toEqual({ said: 1 });
});

test('lets so many calls of an installation in a second and a minute', async () => {
  standIn.settings.change({ invocationsPerSecond: 2, invocationsPerMinute: 3 });
  await call('mona');
  await call('admin');
  await expect(call('outsider')).rejects.toThrow('an installation and second');
  later(1_000);
  await call('outsider');
  await expect(call('outsider')).rejects.toThrow('an installation and minute');
});

test('starts with what Forge publishes, and counts apart what it keeps out', async () => {
  expect(standIn.settings.read()).toMatchObject({
    invocationsPerUserPerMinute: 1_200,
    invocationsPerMinute: 7_000,
    invocationsPerSecond: 300,
  });
  standIn.settings.change({ invocationsPerSecond: 1 });
  standIn.meter.reset();
  await call('mona');
  await expect(call('mona')).rejects.toThrow();
  expect(standIn.meter.read().invocations).toMatchObject({
    total: 1,
    refused: 1,
    byFunction: { 'fixture-fn/echo': { count: 1, failures: 0 } },
  });
});
