import { callBridge } from '../../../local/bridge';
import type { FaultRule } from '../../../local/forge/fault-rule';
import { createFaults } from '../../../local/forge/faults';
import type { StandIn } from '../../../local/stand-in';
import { invoke, startFixture } from './fixture-stand-in';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startFixture();
});
afterEach(() => standIn.faults.set([]));

const run = async (source: string) =>
  (await invoke(standIn, 'runSource', { source })) as {
    value?: unknown;
    code?: string;
    status?: number;
    message?: string;
  };

const ask = (restPath: string, method = 'GET', body: string | null = null) =>
  callBridge(standIn, {
    account: 'mona',
    module: 'fixture-panel',
    context: {},
    command: 'fetchProduct',
    data: { product: 'jira', restPath, fetchRequestInit: { method, body } },
  });

describe('which calls are hit', () => {
  const hits = async (rule: Partial<FaultRule>, calls: number): Promise<number[]> => {
    const faults = createFaults();
    faults.set([{ target: 'storage', match: '', share: 1, status: 503, ...rule }]);
    const hit: number[] = [];
    for (let n = 0; n < calls; n += 1) if (await faults.strike('storage', 'anything')) hit.push(n);
    return hit;
  };

  test('evenly, unless drawn by a seed, which draws the same ones again', async () => {
    expect(await hits({ share: 0.25 }, 12)).toEqual([3, 7, 11]);
    const drawn = await hits({ share: 0.25, seed: 7 }, 400);
    expect(drawn).toEqual(await hits({ share: 0.25, seed: 7 }, 400));
    expect(drawn).not.toEqual(await hits({ share: 0.25, seed: 8 }, 400));
    expect(drawn.length).toBeGreaterThan(60);
    expect(drawn.length).toBeLessThan(140);
    expect(await hits({ share: 0, seed: 7 }, 50)).toEqual([]);
    expect(await hits({ share: 1, seed: 7 }, 3)).toEqual([0, 1, 2]);
  });

  test('by entity, route and function, and for Jira by the side that asks', async () => {
    standIn.faults.set([{ target: 'storage', match: 'entity/set note', share: 1, status: 503 }]);
    expect((await run(`kvs.entity('note').set('n', { title: 'x' })`)).status).toBe(503);
    expect((await run(`kvs.set('n', 1)`)).status).toBeUndefined();

    standIn.faults.set([
      { target: 'jira', match: 'GET /rest/api/3/myself', from: 'front-end', share: 1, status: 500 },
    ]);
    expect(await ask('/rest/api/3/myself')).toMatchObject({ status: 500 });
    expect(await invoke(standIn, 'whoAfter', { milliseconds: 0 })).toMatchObject({
      myself: { accountId: 'account-mona' },
    });
    standIn.faults.set([
      { target: 'jira', match: 'GET /rest/api/3/myself', from: 'back-end', share: 1, drop: true },
    ]);
    expect(await ask('/rest/api/3/myself')).toMatchObject({ status: 200 });
    await expect(invoke(standIn, 'whoAfter', { milliseconds: 0 })).rejects.toThrow('fetch failed');

    standIn.faults.set([{ target: 'invoke', match: 'fixture-fn/echo', share: 1, status: 503 }]);
    await expect(invoke(standIn, 'echo')).rejects.toThrow('There was an error invoking the function');
    expect(await invoke(standIn, 'say')).toBeNull();
  });
});

describe('what a hit call suffers', () => {
  test('a lost request takes no effect, a lost reply comes after the effect: in storage', async () => {
    standIn.faults.set([{ target: 'storage', match: 'api/v1/set', share: 1, drop: true }]);
    expect((await run(`kvs.set('before', 1)`)).message).toContain('fetch failed');
    standIn.faults.set([{ target: 'storage', match: 'api/v1/set', share: 1, dropReply: true }]);
    expect((await run(`kvs.set('after', 1)`)).message).toContain('fetch failed');
    standIn.faults.set([]);
    expect((await run(`kvs.get('before')`)).value).toBeUndefined();
    expect((await run(`kvs.get('after')`)).value).toBe(1);
  });

  test('… in Jira, in front of resolvers and behind them', async () => {
    const property = '/rest/api/3/dashboard/1/items/2/properties/answer';
    const write = () => ask(property, 'PUT', '{"n":1}');
    const before = await ask(property);
    standIn.faults.set([{ target: 'jira', match: 'PUT', share: 1, drop: true }]);
    await expect(write()).rejects.toThrow('Failed to fetch');
    expect(await ask(property)).toEqual(before);
    standIn.faults.set([{ target: 'jira', match: 'PUT', share: 1, dropReply: true }]);
    await expect(write()).rejects.toThrow('Failed to fetch');
    expect(await ask(property)).toMatchObject({ status: 200, body: expect.stringContaining('"n":1') });

    standIn.meter.reset();
    standIn.faults.set([{ target: 'jira', match: 'project/search', share: 1, dropReply: true }]);
    await expect(invoke(standIn, 'asApp')).rejects.toThrow('fetch failed');
    expect(standIn.meter.read().jira.behindResolvers.requests).toBe(1);
  });

  test('… and in a resolver, which ran though its frame hears nothing of it', async () => {
    const source = `kvs.set('resolved', 1)`;
    standIn.faults.set([{ target: 'invoke', match: 'runSource', share: 1, drop: true }]);
    await expect(run(source)).rejects.toThrow('The connection was lost.');
    standIn.faults.set([]);
    expect((await run(`kvs.get('resolved')`)).value).toBeUndefined();
    standIn.faults.set([{ target: 'invoke', match: 'runSource', share: 1, dropReply: true }]);
    await expect(run(source)).rejects.toThrow('The connection was lost.');
    standIn.faults.set([]);
    expect((await run(`kvs.get('resolved')`)).value).toBe(1);
  });

  test('what breaks on purpose is logged with a line at most, what breaks by itself in full', async () => {
    const own = await startFixture();
    own.faults.set([{ target: 'invoke', match: 'echo|runSource', share: 1, dropReply: true }]);
    await expect(invoke(own, 'echo')).rejects.toThrow('The connection was lost.');
    own.faults.set([{ target: 'invoke', match: 'echo', share: 1, status: 503 }]);
    await expect(invoke(own, 'echo')).rejects.toThrow('Status 503.');
    expect(own.said).toEqual([]);
    own.faults.set([{ target: 'jira', match: 'project/search', share: 1, drop: true }]);
    await expect(invoke(own, 'asApp')).rejects.toThrow('fetch failed');
    expect(own.said.splice(0)).toEqual([['error', 'fixture-fn/asApp: fetch failed, as a fault has it.']]);
    own.faults.set([{ target: 'invoke', match: 'fails', share: 1, dropReply: true }]);
    await expect(invoke(own, 'fails')).rejects.toThrow('the cupboard is bare');
    expect(own.said).toEqual([['error', expect.objectContaining({ message: 'the cupboard is bare' })]]);
  });

  test('a status is answered as the platform answers it, or as the rule says', async () => {
    standIn.faults.set([{ target: 'storage', match: '', share: 1, status: 429 }]);
    expect(await run(`kvs.get('x')`)).toMatchObject({ code: 'RATE_LIMIT_EXCEEDED', status: 429 });
    standIn.faults.set([
      { target: 'storage', match: '', share: 1, status: 400, body: { code: 'MAX_SIZE', message: 'no' } },
    ]);
    expect(await run(`kvs.get('x')`)).toMatchObject({ code: 'MAX_SIZE', status: 400 });

    standIn.faults.set([{ target: 'jira', match: '', share: 1, status: 429 }]);
    expect(await ask('/rest/api/3/myself')).toMatchObject({
      status: 429,
      headers: { 'retry-after': '5', 'ratelimit-reason': 'jira-burst-based' },
      body: expect.stringContaining('errorMessages'),
    });
    standIn.faults.set([
      {
        target: 'jira',
        match: '',
        share: 1,
        status: 429,
        headers: { 'retry-after': '60', 'ratelimit-reason': 'jira-quota-global-based' },
      },
    ]);
    expect(await ask('/rest/api/3/myself')).toMatchObject({
      headers: { 'retry-after': '60', 'ratelimit-reason': 'jira-quota-global-based' },
    });
  });

  test('a refusal of Forge’s own proxy is the error that @forge/api makes of it', async () => {
    standIn.faults.set([
      {
        target: 'jira',
        match: 'project/search',
        share: 1,
        status: 502,
        headers: { 'forge-proxy-error': 'UPSTREAM_UNREACHABLE' },
      },
    ]);
    await expect(invoke(standIn, 'asApp')).rejects.toThrow('UPSTREAM_UNREACHABLE');
  });

  test('delays of all rules that hit add up, before the first that breaks', async () => {
    const waited: number[] = [];
    const timers = jest.spyOn(globalThis, 'setTimeout').mockImplementation(((
      done: () => void,
      delay?: number,
    ) => {
      waited.push(delay ?? 0);
      done();
      return 0;
    }) as never);
    const faults = createFaults();
    faults.set([
      { target: 'storage', match: '', share: 1, delayMs: 200 },
      { target: 'storage', match: 'get', share: 1, delayMs: 100, status: 503 },
      { target: 'storage', match: 'get', share: 1, drop: true },
    ]);
    const fault = await faults.strike('storage', '/api/v1/get');
    expect(waited).toEqual([300]);
    expect(fault?.answer?.status).toBe(503);
    expect(await faults.strike('storage', '/api/v1/set')).toBeNull();
    timers.mockRestore();
  });
});

test.each([
  ['an unknown target', { target: 'moon' }, 'jira or storage or invoke'],
  ['an unknown field', { colour: 'red' }, 'colour'],
  ['a pattern that is none', { match: '(' }, 'match'],
  ['a share above 1', { share: 2 }, 'share'],
  ['a seed that is no whole number', { seed: 0.5 }, 'seed'],
  ['a status that is no failure', { status: 200 }, 'status'],
  ['headers that are no texts', { headers: { a: 1 } }, 'headers'],
  ['two ways to break', { drop: true, dropReply: true, status: undefined }, 'one of'],
  ['no way to break', { status: undefined }, 'one of'],
  ['a body without a status', { status: undefined, drop: true, body: 1 }, 'go with a status'],
  ['a side of anything but Jira', { target: 'storage', from: 'back-end' }, 'from'],
])('%s is refused, and the rules that were stay', async (_what, part, words) => {
  const faults = createFaults();
  const sound = { target: 'jira', match: '', share: 1, status: 503 } as const;
  faults.set([sound]);
  expect(() => faults.set([{ ...sound, ...part } as FaultRule])).toThrow(words);
  expect((await faults.strike('jira', 'x'))?.answer?.status).toBe(503);
});
