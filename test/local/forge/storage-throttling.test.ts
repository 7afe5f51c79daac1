import type { StandIn } from '../../../local/stand-in';
import { startFixture } from './fixture-stand-in';
import { storageOf } from './run-storage';

/** The clock stands at the beginning of a minute, and goes on only when told: seconds pass slower than a test. */
let standIn: StandIn;
beforeEach(async () => {
  standIn = await startFixture();
  standIn.clock.moveTo(new Date('2026-03-02T09:00:00.000Z'));
  jest.useFakeTimers({ now: Date.now(), doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
});
afterEach(() => jest.useRealTimers());

const { run, refusal } = storageOf(() => standIn);
const later = (milliseconds: number) => jest.setSystemTime(Date.now() + milliseconds);

test('lets so many requests a second through, and no more until the next', async () => {
  standIn.settings.change({ storageRequestsPerSecond: 3 });
  for (let n = 0; n < 3; n += 1) expect(await refusal(`kvs.get('a')`)).not.toContain('429');
  expect(await refusal(`kvs.get('a')`)).toBe('429 TOO_MANY_REQUESTS');
  later(1_000);
  expect(await refusal(`kvs.get('a')`)).not.toContain('429');
});

test('counts reads and writes of a minute apart, in units of 10 KB', async () => {
  standIn.settings.change({ storageReadUnitsPerMinute: 4, storageWriteUnitsPerMinute: 3 });
  expect(await refusal(`kvs.set('large', 'x'.repeat(25 * 1024))`)).toBe('taken');
  expect(await refusal(`kvs.set('small', 1)`)).toBe('429 RATE_LIMIT_EXCEEDED');
  expect(await refusal(`kvs.get('large')`)).toBe('taken');
  expect(await refusal(`kvs.get('nothing')`)).toBe('taken');
  expect(await refusal(`kvs.get('large')`)).toBe('429 RATE_LIMIT_EXCEEDED');
  later(60_000);
  expect(await refusal(`kvs.set('small', 1)`)).toBe('taken');
  expect(await refusal(`kvs.get('large')`)).toBe('taken');
});

test('takes so much a second for one key, wherever it is written', async () => {
  standIn.settings.change({ storageBytesPerKeyPerSecond: 1_000 });
  const half = `'x'.repeat(400)`;
  expect(await refusal(`kvs.set('hot', ${half})`)).toBe('taken');
  expect(await refusal(`kvs.transact().set('hot', ${half}).execute()`)).toBe('taken');
  expect(await refusal(`kvs.set('hot', ${half})`)).toBe('429 REQUEST_THROTTLED');
  expect(await refusal(`kvs.batchSet([{ key: 'hot', value: ${half} }, { key: 'cold', value: 1 }])`)).toBe(
    '429 REQUEST_THROTTLED',
  );
  expect(await refusal(`kvs.entity('note').set('hot', { title: ${half} })`)).toBe('taken');
  later(1_000);
  expect(await refusal(`kvs.set('hot', ${half})`)).toBe('taken');
});

test('has the limits that Forge publishes until told otherwise', async () => {
  for (let n = 0; n < 1_000; n += 1) standIn.storage.handle('/api/v1/get', { key: 'a' });
  expect(standIn.storage.handle('/api/v1/get', { key: 'a' })).toMatchObject({ status: 429 });
  for (let second = 0; second < 3; second += 1) {
    later(1_000);
    for (let n = 0; n < 1_000; n += 1) standIn.storage.handle('/api/v1/get', { key: 'a' });
  }
  later(1_000);
  expect(standIn.storage.handle('/api/v1/get', { key: 'a' })).toMatchObject({
    status: 429,
    body: expect.stringContaining('4000 units'),
  });
  expect(standIn.storage.handle('/api/v1/set', { key: 'a', value: 1 }).status).toBe(200);
});

test('says nothing of what it refuses in the bill, and counts it', async () => {
  standIn.settings.change({ storageRequestsPerSecond: 1 });
  standIn.meter.reset();
  await run(`kvs.set('a', 1)`);
  await run(`kvs.set('b', 1)`);
  await run(`kvs.get('a')`);
  expect(standIn.meter.read().storage).toMatchObject({
    operations: 1,
    refused: 2,
    reads: { operations: 0 },
    writes: { operations: 1 },
  });
});
