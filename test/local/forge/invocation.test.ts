import { callBridge } from '../../../local/bridge';
import type { StandIn } from '../../../local/stand-in';
import { invoke, startFixture } from './fixture-stand-in';

let standIn: StandIn & { readonly said: unknown[][] };
beforeAll(async () => {
  standIn = await startFixture();
});

test('a resolver is told who calls, where, and nothing that the payload can fake', async () => {
  expect(await invoke(standIn, 'context', { accountId: 'somebody else' })).toMatchObject({
    accountId: 'account-mona',
    cloudId: standIn.installation.cloudId,
    moduleKey: 'fixture-panel',
    installContext: `ari:cloud:jira::site/${standIn.installation.cloudId}`,
    extension: { type: 'jira:issuePanel', issue: { id: '1' } },
  });
  expect(await invoke(standIn, 'context', {}, null)).toMatchObject({ accountId: 'unidentified' });
});

test('overlapping invocations keep their own runtime and user', async () => {
  type Who = { invocationId: string; accountId: string; myself: { accountId: string } };
  const [slow, fast] = (await Promise.all([
    invoke(standIn, 'whoAfter', { milliseconds: 60 }, 'mona'),
    invoke(standIn, 'whoAfter', { milliseconds: 5 }, 'outsider'),
  ])) as [Who, Who];
  expect(slow.myself.accountId).toBe('account-mona');
  expect(fast.myself.accountId).toBe('account-outsider');
  expect(slow.invocationId).not.toBe(fast.invocationId);
});

test('Jira is asked as the app, as the user or as nobody, and the meter counts it', async () => {
  standIn.meter.reset();
  expect(await invoke(standIn, 'asApp', {}, 'outsider')).toMatchObject({ values: [{ key: 'TINY' }] });
  expect(await invoke(standIn, 'asNobody')).toBe(401);
  const { jira, invocations } = standIn.meter.read();
  expect(jira.behindResolvers.requests).toBe(2);
  expect(jira.behindResolvers.points).toBeGreaterThanOrEqual(2);
  expect(jira.inFront.requests).toBe(0);
  expect(invocations.byFunction['fixture-fn/asApp']).toMatchObject({ count: 1, failures: 0 });
  expect(invocations.gigabyteSeconds).toBeCloseTo(invocations.milliseconds / 1000);
});

test('the app lives by the clock of the stand-in', async () => {
  standIn.clock.moveTo(new Date('2016-02-29T12:00:00.000Z'));
  const { now, number, isDate } = (await invoke(standIn, 'now')) as {
    now: string;
    number: number;
    isDate: boolean;
  };
  expect(now.slice(0, 16)).toBe('2016-02-29T12:00');
  expect(new Date(number).getUTCFullYear()).toBe(2016);
  expect(isDate).toBe(true);
  standIn.clock.moveTo(new Date());
});

test('results pass through JSON, and requests and responses have Forge’s limits', async () => {
  expect(await invoke(standIn, 'lossy')).toEqual({ date: '1970-01-01T00:00:00.000Z', map: {} });
  expect(await invoke(standIn, 'echo', { list: [null, 1] })).toEqual({ list: [null, 1] });
  await expect(invoke(standIn, 'echo', 'x'.repeat(600_000))).rejects.toThrow('Forge takes 512000');
  await expect(invoke(standIn, 'large')).rejects.toThrow('Forge takes 5242880');
});

test('a resolver that throws is an error with the platform’s words', async () => {
  await expect(invoke(standIn, 'fails')).rejects.toThrow(
    'There was an error invoking the function - the cupboard is bare',
  );
  await expect(invoke(standIn, 'egress')).rejects.toThrow('BLOCKED_EGRESS');
});

test('the app’s console is heard, and the meter counts what was said', async () => {
  standIn.meter.reset();
  await invoke(standIn, 'say');
  expect(standIn.said).toContainEqual(['warn', 'heard']);
  expect(standIn.meter.read().logs).toEqual({ lines: 1, bytes: 5 });
});

test('the environment of this machine is not to be seen', async () => {
  expect(await invoke(standIn, 'runSource', { source: 'process.env' })).toEqual({
    value: { NODE_ENV: 'production' },
  });
});

test('what the manifest or the app does not know is refused by its name', async () => {
  const call = (more: object) =>
    callBridge(standIn, {
      account: 'mona',
      module: 'fixture-panel',
      context: {},
      command: 'invoke',
      data: {},
      ...more,
    });
  await expect(call({ module: 'panel-of-nobody' })).rejects.toMatchObject({
    status: 404,
    message: expect.stringContaining('panel-of-nobody'),
  });
  await expect(call({ account: 'nobody' })).rejects.toMatchObject({
    status: 401,
    message: expect.stringContaining('nobody'),
  });
  await expect(call({ command: 'dance' })).rejects.toMatchObject({
    status: 400,
    message: expect.stringContaining('dance'),
  });
  await expect(call({ data: { functionKey: 'unknown' } })).rejects.toMatchObject({
    status: 400,
    message: expect.stringContaining('unknown'),
  });
  await expect(call({ module: 'silent-page', data: { functionKey: 'echo' } })).rejects.toThrow('silent-page');
});

test('Jira refuses a body of which the app does not tell that it is JSON', async () => {
  expect(await invoke(standIn, 'untypedWrite')).toBe(415);
  const headers = [['content-type', 'text/plain;charset=UTF-8']];
  const reply = await callBridge(standIn, {
    account: 'mona',
    module: 'fixture-panel',
    context: {},
    command: 'fetchProduct',
    data: {
      product: 'jira',
      restPath: '/rest/api/3/dashboard/1/items/2/properties/untyped',
      fetchRequestInit: { method: 'PUT', headers, body: '{"n":1}' },
    },
  });
  expect(reply).toMatchObject({ status: 415 });
});

test('the front end asks Jira as its user, and is told where it is', async () => {
  standIn.meter.reset();
  const call = (command: string, data: unknown) =>
    callBridge(standIn, {
      account: 'mona',
      module: 'fixture-panel',
      context: { issue: { id: '1' } },
      command,
      data,
    });
  const reply = await call('fetchProduct', {
    product: 'jira',
    restPath: '/rest/api/3/myself',
    fetchRequestInit: { headers: [['Accept', 'application/json']] },
  });
  expect(reply).toMatchObject({ status: 200, statusText: 'OK', isAttachment: false });
  expect(JSON.parse((reply as { body: string }).body)).toMatchObject({ accountId: 'account-mona' });
  expect(standIn.meter.read().jira.inFront).toMatchObject({ requests: 1, points: 0 });
  expect(await call('getContext', {})).toMatchObject({
    accountId: 'account-mona',
    locale: 'de_DE',
    timezone: 'Europe/Berlin',
    theme: { colorMode: 'light' },
    moduleKey: 'fixture-panel',
    extension: { type: 'jira:issuePanel', issue: { id: '1' } },
  });
});

test('the front end goes where Jira sends it, as browsers do: a bulk write is answered with its task', async () => {
  standIn.meter.reset();
  const reply = (await callBridge(standIn, {
    account: 'mona',
    module: 'fixture-panel',
    context: {},
    command: 'fetchProduct',
    data: {
      product: 'jira',
      restPath: '/rest/api/3/issue/properties/tag',
      fetchRequestInit: {
        method: 'PUT',
        headers: [['content-type', 'application/json']],
        body: JSON.stringify({ value: 1, filter: { entityIds: [1] } }),
      },
    },
  })) as { readonly status: number; readonly body: string };
  expect(reply.status).toBe(200);
  expect(JSON.parse(reply.body)).toMatchObject({ id: '10000', status: 'COMPLETE', progress: 100 });
  expect(standIn.meter.read().jira.inFront.requests).toBe(2);
});

test('faults strike the share of calls that was asked for', async () => {
  standIn.faults.set([{ target: 'storage', match: 'entity/get note', share: 0.5, status: 503 }]);
  const source = `kvs.entity('note').get('x')`;
  const outcomes = [];
  for (let n = 0; n < 4; n += 1) outcomes.push(await invoke(standIn, 'runSource', { source }));
  expect(outcomes.map((one) => (one as { status?: number }).status)).toEqual([
    undefined,
    503,
    undefined,
    503,
  ]);
  standIn.faults.set([{ target: 'jira', match: 'GET /rest/api/3/project', share: 1, drop: true }]);
  await expect(invoke(standIn, 'asApp')).rejects.toThrow('fetch failed');
  standIn.faults.set([]);
  expect(await invoke(standIn, 'asApp')).toMatchObject({ values: expect.any(Array) });
});
