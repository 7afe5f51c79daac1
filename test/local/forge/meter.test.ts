import { callBridge } from '../../../local/bridge';
import type { StandIn } from '../../../local/stand-in';
import { invoke, startFixture } from './fixture-stand-in';
import { storageOf } from './run-storage';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startFixture();
});
beforeEach(() => {
  standIn.faults.set([]);
  standIn.meter.reset();
});
const { run } = storageOf(() => standIn);
const reads = () => standIn.meter.read().storage.reads;
const writes = () => standIn.meter.read().storage.writes;

describe('storage', () => {
  test('bills each record rounded up to a kilobyte, and the rate by the whole request in 10 KB', async () => {
    await run(
      `kvs.batchSet(Array.from({ length: 11 }, (_, n) => ({ key: 'm' + n, value: 'x'.repeat(1000) })))`,
    );
    expect(writes()).toEqual({ operations: 1, records: 11, bytes: 11 * 1002, kilobytes: 11, units: 2 });
    await run(`kvs.batchGet(Array.from({ length: 11 }, (_, n) => ({ key: 'm' + n })))`);
    expect(reads()).toEqual({ operations: 1, records: 11, bytes: 11 * 1002, kilobytes: 11, units: 2 });
  });

  test('bills a read that finds nothing as one kilobyte', async () => {
    await run(`kvs.get('nothing at all')`);
    expect(reads()).toEqual({ operations: 1, records: 1, bytes: 0, kilobytes: 1, units: 1 });
    await run(`kvs.entity('note').query().index('count').getMany()`);
    expect(reads()).toMatchObject({ operations: 2, kilobytes: 2 });
  });

  test('bills a query for what it looked at, not for what the filter let through', async () => {
    for (const count of [1, 2, 3])
      await run(`kvs.entity('note').set('q${count}', { topic: 'bill', count: ${count} })`);
    standIn.meter.reset();
    const filter = `new Filter().and('count', FilterConditions.equalTo(3))`;
    await run(
      `kvs.entity('note').query().index('by-topic', { partition: ['bill'] }).filters(${filter}).getMany()`,
    );
    expect(reads()).toMatchObject({ operations: 1, records: 3, kilobytes: 3 });
  });

  test('counts a transaction as one write of its whole size', async () => {
    await run(`kvs.transact().set('t1', 'x'.repeat(600)).set('t2', 'x'.repeat(600)).execute()`);
    expect(writes()).toMatchObject({ operations: 1, records: 1, bytes: 1204, kilobytes: 2, units: 1 });
  });

  test('counts a write whose reply was lost, and not one that never arrived', async () => {
    standIn.faults.set([{ target: 'storage', match: 'set', share: 1, dropReply: true }]);
    await run(`kvs.set('lost', 1)`);
    expect(writes().operations).toBe(1);
    standIn.faults.set([{ target: 'storage', match: 'set', share: 1, drop: true }]);
    await run(`kvs.set('lost', 1)`);
    expect(writes().operations).toBe(1);
  });
});

test('counts Jira’s requests by route, and points only behind resolvers', async () => {
  await invoke(standIn, 'asApp');
  const inFront = (restPath: string) =>
    callBridge(standIn, {
      account: 'mona',
      module: 'fixture-panel',
      context: {},
      command: 'fetchProduct',
      data: { product: 'jira', restPath },
    });
  await inFront('/rest/api/3/issue/12345');
  await inFront('/rest/api/3/issue/TINY-9');
  const { behindResolvers, inFront: front } = standIn.meter.read().jira;
  expect(behindResolvers).toMatchObject({
    requests: 1,
    points: 2,
    refused: 0,
    byRoute: { 'GET /rest/api/3/project/search': 1 },
  });
  expect(front).toMatchObject({ requests: 2, points: 0, byRoute: { 'GET /rest/api/3/issue/*': 2 } });
});

test('counts invocations with the gigabyte-seconds of the manifest’s memory, and those that failed', async () => {
  await invoke(standIn, 'echo');
  await expect(invoke(standIn, 'fails')).rejects.toThrow();
  const { total, milliseconds, gigabyteSeconds, byFunction } = standIn.meter.read().invocations;
  expect(total).toBe(2);
  expect(gigabyteSeconds).toBeCloseTo((1024 / 1024) * (milliseconds / 1000));
  expect(byFunction).toMatchObject({
    'fixture-fn/echo': { count: 1, failures: 0 },
    'fixture-fn/fails': { count: 1, failures: 1 },
  });
});
