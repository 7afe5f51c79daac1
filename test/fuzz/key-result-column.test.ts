import fc from 'fast-check';
import type { StandIn } from '../../local/stand-in';
import { TAG_PROPERTY } from '../../src/domain/tag';
import { keepSite, differences, type KeptSite } from '../permissions/kept-site';
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

const keyResult = fc.oneof(
  fc.constantFrom(own.keyResult, secret.keyResult, guard.keyResult, PLACES.company.keyResult),
  fc.constantFrom(`${secret.objective}-absent`, secret.objective, '__proto__', ''),
  junk,
);

const mostly = (arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 4, arbitrary }, { weight: 1, arbitrary: junk });

/** What anybody who may edit the issue may have written there. */
const property = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        version: fc.oneof(fc.integer(), junk),
        state: mostly(fc.constantFrom('tagged', 'exempt')),
        keyResults: mostly(fc.array(keyResult, { minLength: 1, maxLength: 9 })),
        reason: fc.oneof(fc.constantFrom('tech-debt', 'toString', '__proto__'), junk),
        note: fc.oneof(hugeText, junk),
      },
      { requiredKeys: ['state', 'keyResults'] },
    ),
  },
  { weight: 1, arbitrary: junk },
);

const issueAsked = fc.oneof(
  fc.record({ id: fc.constantFrom(Number(own.issue), own.issue), value: junk }),
  fc.record({ id: junk }),
  junk,
);

const asked = (payload: unknown): Promise<unknown> =>
  standIn.app.callFunction('key-results-column-fn', payload, { moduleKey: 'key-results-column' });

describe('whatever is written on an issue, and whatever Jira asks', () => {
  test('the column answers a text or nothing for each issue, and no title of who keeps theirs', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(property, fc.array(issueAsked, { maxLength: 5 }), async (value, others) => {
        kept.restore();
        const issue = standIn.site.issues.find(({ id }) => id === own.issue)!;
        Object.assign(issue, { properties: { [TAG_PROPERTY]: JSON.parse(JSON.stringify(value) ?? 'null') } });
        const before = JSON.stringify(issue.properties);
        const answer = (await asked({ issues: [{ id: Number(own.issue) }, ...others] })) as unknown[];
        expect(answer).toHaveLength(others.length + 1);
        for (const text of answer) expect(text === null || isLine(text)).toBe(true);
        expect(JSON.stringify(answer)).not.toContain(secret.marker);
        expect(JSON.stringify(answer)).not.toContain(guard.marker);
        expect(JSON.stringify(issue.properties)).toBe(before);
        expect(differences(kept).filter((name) => name !== `issue ${own.issue}`)).toEqual([]);
        told += answer[0] === null ? 0 : 1;
      }),
      { numRuns: RUNS },
    );
    // Chance has to find what is a tag, or nothing was tried.
    expect(told / RUNS).toBeGreaterThan(0.2);
  });

  test('a request that is none is answered with no values', async () => {
    await fc.assert(
      fc.asyncProperty(junk, async (payload) => {
        expect(await asked(payload)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

/** A line as an issue shows it: five titles at most. */
const isLine = (text: unknown): boolean =>
  typeof text === 'string' && text.length > 0 && text.length < 1_100 && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
