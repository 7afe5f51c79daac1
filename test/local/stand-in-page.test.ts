import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startServer, type RunningServer } from '../../local/server';
import { demoSite } from '../../local/sites/demo/demo-site';
import { watcher } from '../contract/fail-on-mismatch';

/** One example of the page: a call of curl as printed, and what is printed below it as its answer. */
type Example = {
  readonly title: string;
  readonly method: string;
  readonly address: string;
  readonly body?: string;
  readonly shown: string;
};

const PAGE = readFileSync(path.join(__dirname, '..', '..', 'docs', 'stand-in.md'), 'utf8');

/** All that curl is given on the page; a line that is written otherwise is an error, so that none is passed over. */
const examplesOf = (page: string): Example[] => {
  const blocks = [...page.matchAll(/```sh\n(.*?)```/gs)].map(([, block = '']) => block);
  return blocks.flatMap((block) =>
    block.split(/^(?=curl )/m).map((written) => {
      const found = CALL.exec(written);
      if (found === null) throw new Error(`The page has an example that cannot be read: ${written}`);
      const { method = 'GET', address = '', body, shown = '' } = found.groups ?? {};
      return {
        title: written.replace(/\s+/g, ' '),
        method,
        address,
        shown,
        ...(body === undefined ? {} : { body }),
      };
    }),
  );
};

const CALL =
  /^curl (?:-X (?<method>[A-Z]+) )?localhost:8080(?<address>\/\S*)(?:[\s\\]+-d '(?<body>[^']*)')?\n# (?<shown>.+)\n$/;

/** `…` stands for anything. */
const patternOf = (shown: string): RegExp => new RegExp(`^${shown.split('…').map(escaped).join('.*')}$`, 's');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('the examples of docs/stand-in.md', () => {
  const examples = examplesOf(PAGE);
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({
      port: 0,
      load: () => demoSite(new Date()),
      onExchange: watcher.onExchange,
      log: () => undefined,
    });
  }, 60_000);
  afterAll(() => server.close());

  it('are all read', () => {
    expect(examples).toHaveLength(PAGE.match(/^curl /gm)?.length ?? 0);
    expect(examples.length).toBeGreaterThan(15);
  });

  it.each(examples)('answers what is printed, after all before it: $title', async (example) => {
    const { method, address, body, shown } = example;
    // As curl sends a body unless it is told otherwise.
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = body === undefined ? {} : { headers, body };
    const reply = await fetch(`${server.url.replace('127.0.0.1', 'localhost')}${address}`, {
      method,
      ...sent,
    });
    const answer = await reply.text();
    expect(answer).toMatch(patternOf(shown));
    expect(reply.status).toBe(200);
  });

  it('leave behind only what cannot be put back', () => {
    const { settings, faults, site } = server.standIn;
    expect(faults.rules()).toEqual([]);
    expect(settings.read()).toMatchObject({ storageRequestsPerSecond: 1000, searchLagMs: 500 });
    expect(site.accounts.filter(({ active }) => !active).map(({ accountId }) => accountId)).toEqual([
      'outsider',
    ]);
    expect(site.accounts.find(({ userName }) => userName === 'amara')?.displayName).toBe('Amara Obi');
  });
});
