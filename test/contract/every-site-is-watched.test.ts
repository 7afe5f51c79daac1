import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const TESTS = path.join(__dirname, '..');
const STARTS_A_SITE = /\b(createStandIn|startServer|createJira)\(/;

/** What of the tests' code starts a site without letting anybody watch. */
const unwatched = (files: readonly { readonly name: string; readonly text: string }[]): readonly string[] =>
  files
    .filter(({ text }) => STARTS_A_SITE.test(text) && !text.includes('onExchange'))
    .map(({ name }) => name);

describe('every site of the tests', () => {
  it('is watched: what starts one passes the watcher on', () => {
    const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('every-site-is-watched'))
      .map((name) => ({ name, text: readFileSync(path.join(TESTS, name), 'utf8') }));
    expect(files.some(({ text }) => STARTS_A_SITE.test(text))).toBe(true);
    expect(unwatched(files)).toEqual([]);
  });

  it('would be found out otherwise', () => {
    expect(unwatched([{ name: 'a.ts', text: 'await createStandIn({ site })' }])).toEqual(['a.ts']);
  });
});
