import fc from 'fast-check';
import type { StandIn } from '../../local/stand-in';
import { functionsOfTheApp } from '../permissions/app-functions';
import { ask } from '../permissions/ask';
import { aSiteOfRoles, ROLE_NAMES, ROLES } from '../permissions/site';
import { hugeText, junk } from './hostile-text';
import { wrongOutcome } from './outcome-shape';
import { storedOf, wrongStored } from './stored-shape';
import { draw, VALID, verdictOf, type Draw } from './valid-payloads';

/** `FUZZ_RUNS=2000 npx jest test/fuzz` looks longer. */
const RUNS_PER_FUNCTION = Number(process.env['FUZZ_RUNS'] ?? 80);
const LEAST_SHARE_OF_SUCCESS = 0.3;

let standIn: StandIn;

beforeAll(async () => {
  standIn = await aSiteOfRoles();
});

/** A call: a payload that has to be accepted, one that was spoiled in one place, or anything at all. */
type Call =
  | { readonly kind: 'valid'; readonly draw: Draw }
  | {
      readonly kind: 'spoiled';
      readonly draw: Draw;
      readonly place: number;
      readonly by: unknown;
      readonly key: string;
    }
  | { readonly kind: 'junk'; readonly payload: unknown };

const key = fc.constantFrom('', '__proto__', 'constructor', 'toString', 'accountId', 'isAdmin');
const call: fc.Arbitrary<Call> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('valid' as const), draw }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('spoiled' as const), draw, place: fc.nat(1000), by: junk, key }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('junk' as const),
      payload: fc.oneof(junk, fc.object(), hugeText),
    }),
  },
);

describe('whatever a resolver function is sent', () => {
  test('every function of the running app is tried', async () => {
    expect(Object.keys(VALID).sort()).toEqual((await functionsOfTheApp()).resolvers);
  });

  test.each(Object.keys(VALID))(
    '%s answers with a well-formed outcome and leaves whole records',
    async (name) => {
      let sent = 0;
      let succeeded = 0;
      await fc.assert(
        fc.asyncProperty(call, fc.constantFrom(...ROLE_NAMES), async (one, role) => {
          const account = one.kind === 'valid' ? 'builder' : ROLES[role];
          leaveLimitsBehind();
          const payload = payloadOf(name, one);
          const answer = await ask(standIn, account, name, payload);
          expect(wrongOutcome(answer)).toBeNull();
          expect(wrongStored(standIn)).toEqual([]);
          const { ok } = answer as { readonly ok: boolean };
          if (one.kind === 'valid') {
            expect({ ok, error: (answer as Fields)['error'] }).toEqual({ ok: true });
            expectKept(name, payload as Fields, answer as { readonly value: Fields });
          }
          sent += 1;
          succeeded += ok ? 1 : 0;
        }),
        { numRuns: RUNS_PER_FUNCTION },
      );
      expect(succeeded / sent).toBeGreaterThanOrEqual(LEAST_SHARE_OF_SUCCESS);
    },
  );
});

describe('an input with more mistakes than an answer can carry', () => {
  test('is told of the first ones', async () => {
    const keyResultIds = Array.from({ length: 200_000 }, () => 0);
    const answer = await ask(standIn, 'builder', 'loadObjectives', { keyResultIds });
    expect(wrongOutcome(answer)).toBeNull();
    expect(answer).toMatchObject({
      error: { code: 'invalid', fields: { 'keyResultIds.0': 'Give the id of a key result.' } },
    });
  });
});

type Fields = Readonly<Record<string, unknown>>;

const leaveLimitsBehind = (): void => {
  const hour = standIn.clock.now().getUTCHours() === 9 ? '12' : '09';
  standIn.clock.moveTo(new Date(`2026-02-16T${hour}:00:00.000Z`));
};

/** Chance likes to draw the same again, and an id that is taken is a conflict. */
let made = 0;

const payloadOf = (name: string, one: Call): unknown => {
  if (one.kind === 'junk') return one.payload;
  made += 1;
  const letters = made.toString(36).padStart(6, '0') + one.draw.letters;
  const valid = VALID[name]!(standIn, { ...one.draw, letters });
  return one.kind === 'valid' ? valid : spoil(valid, one);
};

/** The payload with junk in one place, or with a key more. What an import may rightly leave out stays as it is. */
const spoil = (valid: Fields, { place, by, key }: Extract<Call, { kind: 'spoiled' }>): unknown => {
  const text = JSON.stringify(valid);
  const paths = pathsOf(valid).filter((path) => !path.includes('keyResults') || !path.includes('record'));
  const path = paths[place % Math.max(1, paths.length)];
  if (path === undefined || key !== '') {
    return JSON.parse(
      `${text.slice(0, -1)}${text === '{}' ? '' : ','}${JSON.stringify(key)}:${JSON.stringify(by)}}`,
    );
  }
  const spoiled = JSON.parse(text) as Record<string, unknown>;
  const holder = path.slice(0, -1).reduce((value, step) => value[step] as Record<string, unknown>, spoiled);
  holder[path.at(-1) ?? ''] = by;
  return spoiled;
};

const pathsOf = (value: unknown): string[][] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([step, part]) => [
        [step],
        ...pathsOf(part).map((rest) => [step, ...rest]),
      ]);

/** What was sent is what is stored and what is told: no character more, fewer or other. */
const expectKept = (name: string, payload: Fields, { value }: { readonly value: Fields }): void => {
  const { objectives, checkIns, calendar } = storedOf(standIn);
  const id = String(payload['id']);
  if (name === 'saveObjective') {
    const { title, description = '', owner = null } = objectives.get(id) ?? {};
    const { title: sentTitle, description: sentText, owner: sentOwner } = payload;
    expect([title, description, owner]).toEqual([sentTitle, sentText, sentOwner]);
    expect([value['title'], value['description']]).toEqual([sentTitle, sentText]);
  }
  if (name === 'saveKeyResult') {
    const { expectedRevision: _revision, ...fields } = payload;
    const { keyResults } = objectives.get(id.slice(0, 10)) as { readonly keyResults: readonly Fields[] };
    expect(keyResults.find((one) => one['id'] === id)).toMatchObject(fields);
  }
  if (name === 'checkIn') {
    const { id: _id, note, ...fields } = payload;
    expect({ note: '', ...checkIns.get(id) }).toMatchObject({ ...fields, note });
  }
  if (name === 'saveCycle') {
    const { expectedRevision: _revision, ...fields } = payload;
    const cycles = calendar.get('site')?.['cycles'] as readonly Fields[];
    expect(cycles.find((one) => one['id'] === id)).toMatchObject(fields);
  }
  if (name === 'saveVerdict') {
    const { keyResultId, place, verdict, learning } = payload;
    const kept = verdictOf(standIn, String(keyResultId), place);
    if (verdict === null) expect(kept).toBeUndefined();
    else expect(kept).toMatchObject({ verdict, learning });
    expect(value['verdicts']).toEqual(
      storedOf(standIn).learnings.get(String(keyResultId))?.['verdicts'] ?? [],
    );
  }
  if (name === 'saveTag') {
    const issue = standIn.site.issues.find((one) => one.id === payload['issueId']);
    expect(issue?.properties['throughline-tag']).toEqual({ version: 1, ...(payload['tag'] as Fields) });
  }
};
