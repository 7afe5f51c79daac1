import fc from 'fast-check';
import type { StandIn } from '../../local/stand-in';
import { TAG_PROPERTY } from '../../src/domain/tag';
import { differences, keepSite, type KeptSite } from '../permissions/kept-site';
import { PLACES } from '../permissions/places';
import { aSiteOfRoles } from '../permissions/site';
import { hugeText, junk } from './hostile-text';

/** `FUZZ_RUNS=2000 npx jest test/fuzz` looks longer. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 80);

const { 'own team': own, 'another team, restricted': secret, 'own team, restricted': guard } = PLACES;

let standIn: StandIn;
let kept: KeptSite;

beforeAll(async () => {
  standIn = await aSiteOfRoles();
  kept = keepSite(standIn);
});

const call = (name: string, moduleKey: string, told: unknown): Promise<unknown> =>
  standIn.app.callFunction(name, told, { moduleKey });

const anything = fc.oneof(
  fc.constantFrom(own.keyResult, own.objective, secret.keyResult, secret.objective, guard.objective),
  fc.constantFrom(own.cycle, '2026 Q1', '', '__proto__', '") OR issue is not EMPTY OR parent in ("1'),
  fc.string(),
);

const clause = fc.record({
  functionName: fc.constantFrom(
    'issuesOfKeyResult',
    'ISSUESOFOBJECTIVE',
    'issuesWithoutKeyResult',
    'issuesExemptFromKeyResults',
    'toString',
  ),
  operator: fc.constantFrom('in', 'not in'),
  arguments: fc.array(anything, { maxLength: 3 }),
});

const property = fc.oneof(
  fc.record({
    state: fc.oneof(fc.constantFrom('tagged', 'exempt'), junk),
    keyResults: fc.oneof(fc.array(fc.oneof(anything, junk), { maxLength: 7 }), hugeText, junk),
  }),
  junk,
);

type Answer = { readonly jql?: unknown; readonly error?: unknown };

describe('whatever is written on an issue, and however a function of JQL is used', () => {
  test('Jira is answered JQL that it can read, or a sentence, and nothing of what is kept to a project', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(property, clause, async (value, used) => {
        kept.restore();
        const issue = standIn.site.issues.find(({ id }) => id === own.issue)!;
        Object.assign(issue, { properties: { [TAG_PROPERTY]: JSON.parse(JSON.stringify(value) ?? 'null') } });
        const answer = (await call('jql-function-fn', 'issues-exempt', { clause: used })) as Answer;
        const text = JSON.stringify(answer);
        for (const { marker } of [secret, guard, own]) expect(text).not.toContain(marker);
        expect(differences(kept).filter((name) => name !== `issue ${own.issue}`)).toEqual([]);
        if (answer.jql === undefined) expect(answer.error).toMatch(/\.$/);
        else {
          expect(await parses(String(answer.jql))).toBe(200);
          read += 1;
        }
      }),
      { numRuns: RUNS },
    );
    expect(read).toBeGreaterThan(0);
  });

  test('junk in place of an event or of a use does nothing', async () => {
    await fc.assert(
      fc.asyncProperty(junk, fc.object(), async (one, other) => {
        kept.restore();
        for (const told of [one, other, { body: one }, { clause: one }, { issue: one }, { issue: other }]) {
          for (const name of ['jql-refresh-fn', 'jql-issue-changed-fn'] as const) {
            expect(await call(name, name.slice(0, -3), told)).toBeUndefined();
          }
          expect(await call('jql-function-fn', 'issues-exempt', told)).toMatchObject({
            error: expect.any(String),
          });
        }
        expect(differences(kept)).toEqual([]);
      }),
      { numRuns: Math.ceil(RUNS / 8) },
    );
  });
});

/** What Jira answers to a search for it. */
const parses = async (jql: string): Promise<number> => {
  const request = {
    method: 'POST',
    path: '/rest/api/3/search/jql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jql: `(${jql}) AND created > "2020-01-01"` }),
  };
  return (await standIn.jira.handle(request, { as: 'user', accountId: 'account-admin' })).status;
};
