import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedApp } from '../../local/seed-app';
import { demoSite } from '../../local/sites/demo/demo-site';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';

const guide = readFileSync(join(__dirname, '../../docs/guide.md'), 'utf8');
const section = /\n## Find it with JQL\n(.*?)\n## /s.exec(guide)?.[1] ?? '';
const filters = [...section.matchAll(/^\| (.+?) +\| `(.+?)` +\|$/gm)].map(
  ([, what, jql]) => [what, jql] as const,
);

/** In the cycle that the guide names. */
const DAY = new Date('2026-11-18T09:00:00.000Z');

let app: InstalledApp;
beforeAll(async () => {
  const { site, script } = demoSite(DAY);
  app = await anInstalledApp(site, '10000', { clockOffset: DAY.getTime() - Date.now() });
  await seedApp(app.standIn, script);
  app.settle();
}, 120_000);

const countOf = async (jql: string): Promise<number> => {
  const { jira, site } = app.standIn;
  const { accountId } = site.accounts.find(({ userName }) => userName === 'amara')!;
  const request = {
    method: 'POST',
    path: '/rest/api/3/search/jql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jql, maxResults: 5000 }),
  };
  const { body } = await jira.handle(request, { as: 'user', accountId });
  const reply = JSON.parse(body) as { readonly issues?: readonly unknown[] };
  return reply.issues?.length ?? fail(body);
};

const fail = (body: string): never => {
  throw new Error(body);
};

describe('what the user guide says to search for', () => {
  test('is there to be tried', () => expect(filters.length).toBeGreaterThan(15));

  test.each(filters)('%s: %s', async (_what, jql) => {
    expect(await countOf(jql ?? '')).toBeGreaterThanOrEqual(0);
  });

  test('finds something for each of it on the demo’s site', async () => {
    const counts = await Promise.all(
      filters.map(async ([what, jql]) => [what, await countOf(jql ?? '')] as const),
    );
    expect(counts.filter(([, count]) => count === 0).map(([what]) => what)).toEqual([]);
  });
});
