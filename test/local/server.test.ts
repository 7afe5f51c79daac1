import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type RunningServer, type ServerOptions } from '../../local/server';
import { watcher } from '../contract/fail-on-mismatch';
import { FIXTURE_ROOT } from './forge/fixture-stand-in';
import { tinySite } from './forge/tiny-site';

type Asked = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};
type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
};

const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
const stateFile = join(folder, 'state', 'tiny.json');
const running: RunningServer[] = [];

const start = async (more: Partial<ServerOptions> = {}): Promise<RunningServer> => {
  const load = () => ({ site: tinySite(), script: [] });
  const server = await startServer({
    port: 0,
    root: FIXTURE_ROOT,
    load,
    onExchange: watcher.onExchange,
    log: () => undefined,
    ...more,
  });
  running.push(server);
  return server;
};

/** By node:http, since fetch does not let a test write the Host. */
const ask = ({ url }: RunningServer, path: string, { method = 'GET', headers = {}, body }: Asked = {}) =>
  new Promise<Answered>((resolve, reject) => {
    const sent = httpRequest(new URL(path, url), { method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(pieces).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });

const post = (server: RunningServer, path: string, body: unknown) =>
  ask(server, path, { method: 'POST', body });
const as = (userName: string) => ({
  headers: { authorization: `Basic ${Buffer.from(`${userName}:secret`).toString('base64')}` },
});
const invoke = (server: RunningServer, functionKey: string, payload: unknown = {}) =>
  post(server, '/local/bridge', {
    account: 'mona',
    module: 'fixture-panel',
    context: {},
    command: 'invoke',
    data: { functionKey, payload },
  });
const onFrameHost = ({ url }: RunningServer) => ({ headers: { host: `localhost:${new URL(url).port}` } });

let server: RunningServer;
beforeAll(async () => {
  server = await start();
});
afterAll(async () => {
  await Promise.all(running.map(({ close }) => close()));
  rmSync(folder, { recursive: true });
});

test('Jira answers by user name, 401 to nobody and to strangers', async () => {
  expect((await ask(server, '/rest/api/3/myself', as('mona'))).text).toContain('account-mona');
  expect((await ask(server, '/rest/api/3/myself')).status).toBe(401);
  expect((await ask(server, '/rest/api/3/myself', as('stranger'))).status).toBe(401);
});

test('under /rest every refusal has Jira’s shape, whoever refuses', async () => {
  const foreign = { headers: { host: 'evil.test' } };
  for (const [asked, status] of [
    [{}, 401],
    [as('stranger'), 401],
    [foreign, 403],
  ] as const) {
    const reply = await ask(server, '/rest/api/3/myself', asked);
    expect(reply.status).toBe(status);
    expect(JSON.parse(reply.text)).toEqual({ errorMessages: [expect.any(String)], errors: {} });
  }
});

test('Jira takes a body that is told to be JSON, and no other', async () => {
  const path = '/rest/api/3/dashboard/1/items/2/properties/typed';
  const put = (type: Readonly<Record<string, string>>) =>
    ask(server, path, { method: 'PUT', headers: { ...as('mona').headers, ...type }, body: { n: 1 } });
  for (const type of [
    {},
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'text/plain;charset=UTF-8' },
  ]) {
    const { status, text } = await put(type);
    expect(status).toBe(415);
    expect(JSON.parse(text)).toEqual({
      errorMessages: [expect.stringContaining('application/json')],
      errors: {},
    });
  }
  expect((await ask(server, path, as('mona'))).status).toBe(404);
  expect((await put({ 'content-type': 'application/json; charset=utf-8' })).status).toBe(201);
});

test('a closed account logs nobody in, neither to Jira nor to the app', async () => {
  const own = await start();
  expect((await post(own, '/local/accounts', { account: 'mona', close: true })).status).toBe(200);
  // A closed account has no e-mail address, so an empty user name must not find it.
  for (const name of ['mona', 'mona@example.test', '']) {
    expect((await ask(own, '/rest/api/3/myself', as(name))).status).toBe(401);
  }
  expect((await invoke(own, 'echo')).status).toBe(401);
  expect((await ask(own, '/rest/api/3/myself', as('admin'))).status).toBe(200);
});

test('the bridge invokes a resolver and answers its result as it is', async () => {
  const { status, text } = await invoke(server, 'echo', { a: [1] });
  expect({ status, value: JSON.parse(text) as unknown }).toEqual({ status: 200, value: { a: [1] } });
  const failed = await invoke(server, 'fails');
  expect(failed.status).toBe(500);
  expect(failed.text).toContain('There was an error invoking the function - the cupboard is bare');
  expect((await invoke(server, 'unknown')).status).toBe(400);
});

test('a foreign Host and a foreign Origin are refused', async () => {
  const { port } = new URL(server.url);
  expect((await ask(server, '/local/health', { headers: { host: `evil.test:${port}` } })).status).toBe(403);
  expect((await ask(server, '/local/health', { headers: { origin: 'http://evil.test' } })).status).toBe(403);
  expect((await ask(server, '/local/health', { headers: { origin: 'null' } })).status).toBe(403);
  expect((await ask(server, '/local/health', { headers: { origin: server.url } })).status).toBe(200);
});

test('a frame is served on the other host name only, with Forge’s policy and the bridge first', async () => {
  expect((await ask(server, '/frame/fixture/')).status).toBe(404);
  const { headers, text } = await ask(server, '/frame/fixture/', onFrameHost(server));
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain(server.url);
  expect(policy).toMatch(/frame-ancestors [^;]*http:\/\/127\.0\.0\.1:\d+/);
  expect(policy).toMatch(/script-src 'self'/);
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toMatch(/report-uri https/);
  expect(text).toContain('<head><script src="/local/frame-bridge.js"></script>');
  expect((await ask(server, '/frame/fixture/main.js', onFrameHost(server))).text).toContain('ran');
});

test('what a frame was kept from is printed', async () => {
  const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const report = {
    'effective-directive': 'img-src',
    'blocked-uri': 'https://elsewhere.test/x.png',
    'document-uri': 'http://localhost/frame/fixture/',
  };
  expect((await post(server, '/local/csp-report', { 'csp-report': report })).status).toBe(204);
  expect((await post(server, '/local/csp-report', 'nothing')).status).toBe(400);
  expect(printed).toHaveBeenCalledTimes(1);
  expect(printed).toHaveBeenCalledWith(expect.stringMatching(/fixture.*elsewhere\.test.*img-src/));
  printed.mockRestore();
});

test('no path leads out of a frame’s folder', async () => {
  const outside = await ask(server, '/frame/fixture/..%2fmanifest.html', onFrameHost(server));
  expect(outside.status).toBe(404);
  expect((await ask(server, '/frame/fixture/..%2f..%2fmanifest.yml', onFrameHost(server))).status).toBe(404);
  expect((await ask(server, '/frame/nothing/', onFrameHost(server))).text).toContain('nothing');
});

test('the frames’ name leads to the site for everything else', async () => {
  const { status, headers } = await ask(server, '/', onFrameHost(server));
  expect([status, headers['location']]).toEqual([302, `${server.url}/`]);
});

test('accounts, health, settings, meter and the clock are there, and unknown paths are named', async () => {
  const accounts = JSON.parse((await ask(server, '/local/accounts')).text) as object[];
  expect(accounts[1]).toMatchObject({ userName: 'mona', roles: { TINY: ['Members'] } });
  expect((await ask(server, '/local/health')).text).toContain('"ok":true');
  expect((await post(server, '/local/settings', { queryLagMs: 5 })).text).toContain('"queryLagMs":5');
  expect((await post(server, '/local/settings', { colour: 1 })).status).toBe(400);
  expect((await post(server, '/local/meter/reset', null)).text).toContain('"total":0');
  expect((await post(server, '/local/clock', { moveTo: '2016-03-01T00:00:00Z' })).text).toContain(
    '2016-03-01T00:00',
  );
  expect((await post(server, '/local/clock', { advanceMs: 86_400_000 })).text).toContain('2016-03-02T00:00');
  for (const moveTo of ['soon', '+020000-01-01T00:00:00Z', '1969-12-31T00:00:00Z']) {
    expect((await post(server, '/local/clock', { moveTo })).status).toBe(400);
  }
  expect((await post(server, '/local/settings', { searchPageShare: 2 })).status).toBe(400);
  expect((await post(server, '/local/faults', [{ target: 'moon', match: '', share: 1 }])).status).toBe(400);
  expect((await ask(server, '/local/nowhere')).text).toContain('/local/nowhere');
  expect((await ask(server, '/local/bridge')).status).toBe(405);
  expect((await post(server, '/local/tour', {})).status).toBe(405);
});

test('what the pages show of the site and the app is there', async () => {
  const get = async (path: string) => JSON.parse((await ask(server, path)).text) as unknown;
  expect(await get('/local/tour')).toEqual({ name: 'Tiny', tour: [] });
  expect(await get('/local/modules')).toContainEqual(expect.objectContaining({ key: 'fixture-panel' }));
  expect(await get('/local/permissions')).toMatchObject({ projects: [{ key: 'TINY' }] });
  expect(await get('/local/clock')).toEqual({ now: expect.stringMatching(/^\d{4}-.*Z$/) });
  expect(await get('/local/delivery')).toMatchObject({ duplicated: 0, waiting: 0 });
  const rule = { target: 'jira', match: 'never', share: 1, status: 500 };
  await post(server, '/local/faults', [rule]);
  expect(await get('/local/faults')).toEqual([rule]);
  await post(server, '/local/faults', []);
  expect((await ask(server, '/local/dashboards')).status).toBe(401);
  expect((await ask(server, '/local/dashboards/1', as('mona'))).text).toContain('fixture-panel');
});

test('a fault that drops the connection drops it', async () => {
  await post(server, '/local/faults', [{ target: 'jira', match: 'myself', share: 1, drop: true }]);
  await expect(ask(server, '/rest/api/3/myself', as('mona'))).rejects.toThrow('socket hang up');
  await post(server, '/local/faults', []);
});

test('what was stored, and the clock, survive a restart', async () => {
  const first = await start({ stateFile });
  await invoke(first, 'runSource', { source: `kvs.set('kept', 'still here')` });
  await post(first, '/local/clock', { moveTo: '2030-01-01T00:00:00Z' });
  await first.close();
  const load = () => {
    throw new Error('the kept site was not used');
  };
  const second = await start({ stateFile, load });
  expect((await invoke(second, 'runSource', { source: `kvs.get('kept')` })).text).toBe(
    '{"value":"still here"}',
  );
  expect((await ask(second, '/local/health')).text).toContain('2030-01-01');
  await second.close();
});

test('a state that cannot be used is said, with what to do', async () => {
  await expect(start({ stateFile, source: 'another' })).rejects.toThrow('--reset');
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{');
  await expect(start({ stateFile: broken })).rejects.toThrow(`${broken} cannot be read. Start with --reset`);
  await expect(start({ stateFile: join(broken, 'x.json') })).rejects.toThrow('Make');
});

test('a port in use is said, with what to do', async () => {
  const port = Number(new URL(server.url).port);
  await expect(start({ port })).rejects.toThrow(
    `Port ${port} is in use. Set another one: PORT=${port + 1} npm start`,
  );
});

test('a fresh site is filled through the app, once, and a refused step is named', async () => {
  const step = {
    at: '2020-05-05T10:00:00Z',
    account: 'mona',
    module: 'fixture-panel',
    context: {},
    functionKey: 'echo',
    payload: { ok: false, error: { message: 'no' } },
  };
  const seeded = join(folder, 'seeded.json');
  await expect(
    start({ stateFile: seeded, load: () => ({ site: tinySite(), script: [step] }) }),
  ).rejects.toThrow("Step 1 of the site's script (mona calls echo at 2020-05-05T10:00:00Z) was refused");
  expect(existsSync(seeded)).toBe(false);
  const good = await start({
    stateFile: seeded,
    load: () => ({ site: tinySite(), script: [{ ...step, payload: { ok: true } }] }),
  });
  expect((await ask(good, '/local/health')).text).toContain(
    `"now":"${new Date().toISOString().slice(0, 10)}`,
  );
  expect(JSON.parse(readFileSync(seeded, 'utf8'))).toMatchObject({ version: 1, site: { name: 'Tiny' } });
  await good.close();
});
