import fc from 'fast-check';
import type { Cycle } from '../../src/domain/cycle';
import { addDays } from '../../src/domain/dates';
import type { KeyResult, Objective } from '../../src/domain/objective';
import type { Tag } from '../../src/domain/tag';
import { prefillsOf, type KnownKeyResult } from '../../src/domain/wsjf-prefill';
import { aCheckIn, aCycle, aDay, aKeyResult, aKeyResultId, anObjective } from '../builders/okrs';

const FIRST = aKeyResultId('kr0001');
const SECOND = aKeyResultId('kr0002');
/** The last day of the cycle is 2026-03-31. */
const TODAY = aDay('2026-03-19');

const weighted = (id: KeyResult['id'], weight: number, value: number): KeyResult =>
  aKeyResult({ id, weight, latest: aCheckIn({ value }), title: `Title of ${id}` });

const knowing =
  (objective: Objective, cycle: Cycle = aCycle()) =>
  (id: string): KnownKeyResult | null => {
    const keyResult = objective.keyResults.find((one) => one.id === id);
    return keyResult ? { keyResult, objective, cycle } : null;
  };

const tagged = (...keyResults: KeyResult['id'][]): Tag => ({ state: 'tagged', keyResults });

const prefills = (
  objective: Objective,
  tag: Tag | null = tagged(FIRST),
  cycle: Cycle = aCycle(),
  today = TODAY,
) => prefillsOf({ tag, points: null }, knowing(objective, cycle), today);

/** The key result of interest with 40 of 100 reached and weight 2 of 5. */
const twoOfFive = anObjective({ keyResults: [weighted(FIRST, 2, 40), weighted(SECOND, 3, 0)] });

describe('what business value starts from', () => {
  test('is the weight share times the gap, spread over the scale, and its derivation is kept', () => {
    const { userBusinessValue, parts } = prefills(twoOfFive);
    expect(userBusinessValue).toEqual({ value: 8, source: 'key-results' });
    expect(parts).toEqual([
      {
        counts: true,
        id: FIRST,
        title: `Title of ${FIRST}`,
        weight: 2,
        totalWeight: 5,
        gap: 0.6,
        cycleName: '2026 Q1',
        daysLeft: 12,
      },
    ]);
  });

  test('adds up over several key results, and is capped', () => {
    expect(prefills(twoOfFive, tagged(FIRST, SECOND)).userBusinessValue.value).toBe(20);
    const untouched = anObjective({ keyResults: [weighted(FIRST, 1, 0), weighted(SECOND, 0, -50)] });
    expect(prefills(untouched, tagged(FIRST, SECOND)).userBusinessValue.value).toBe(20);
  });

  test('counts key results without any weights as equal', () => {
    const equal = anObjective({ keyResults: [weighted(FIRST, 0, 0), weighted(SECOND, 0, 0)] });
    const { parts, userBusinessValue } = prefills(equal);
    expect(parts[0]).toMatchObject({ weight: 1, totalWeight: 2 });
    expect(userBusinessValue.value).toBe(13);
  });

  test('is 1 where the target is reached or passed', () => {
    for (const value of [100, 140]) {
      const reached = anObjective({ keyResults: [weighted(FIRST, 2, value)] });
      expect(prefills(reached).userBusinessValue).toEqual({ value: 1, source: 'key-results' });
    }
  });

  test('never falls when the weight or the gap grows', () => {
    const weight = fc.integer({ min: 0, max: 10 });
    const value = fc.integer({ min: -20, max: 120 });
    fc.assert(
      fc.property(weight, weight, value, value, fc.integer({ min: 1, max: 10 }), (w1, w2, v1, v2, rest) => {
        const at = (w: number, v: number) =>
          prefills(anObjective({ keyResults: [weighted(FIRST, w, v), weighted(SECOND, rest, 0)] }))
            .userBusinessValue.value!;
        expect(at(Math.min(w1, w2), Math.max(v1, v2))).toBeLessThanOrEqual(
          at(Math.max(w1, w2), Math.min(v1, v2)),
        );
      }),
    );
  });
});

describe('what time criticality starts from', () => {
  test('is the gap in the days that are left', () => {
    expect(prefills(twoOfFive).timeCriticality).toEqual({ value: 13, source: 'key-results' });
  });

  test('is that of the key result that presses most', () => {
    const one = prefills(twoOfFive, tagged(SECOND)).timeCriticality.value;
    expect(one).toBe(20);
    expect(prefills(twoOfFive, tagged(FIRST, SECOND)).timeCriticality.value).toBe(one);
  });

  test('is 1 with a quarter or more to go, whatever the gap', () => {
    const year = aCycle({ endDate: addDays(TODAY, 91) });
    expect(prefills(twoOfFive, tagged(SECOND), year).timeCriticality.value).toBe(1);
  });

  test('is the highest for a whole gap on the last day, and in an active cycle that should have ended', () => {
    for (const today of [aDay('2026-03-31'), aDay('2026-05-01')]) {
      const { timeCriticality, parts } = prefills(twoOfFive, tagged(SECOND), aCycle(), today);
      expect(timeCriticality.value).toBe(20);
      expect(parts[0]).toMatchObject({ daysLeft: 0 });
    }
  });

  test('is 1 for a target that is reached, even on the last day', () => {
    const reached = anObjective({ keyResults: [weighted(FIRST, 1, 100)] });
    expect(prefills(reached, tagged(FIRST), aCycle(), aDay('2026-03-31')).timeCriticality.value).toBe(1);
  });

  test('never falls when days pass or the gap grows', () => {
    const day = fc.integer({ min: 0, max: 200 }).map((days) => addDays(aDay('2026-01-01'), days));
    const value = fc.integer({ min: -20, max: 120 });
    fc.assert(
      fc.property(day, day, value, value, (d1, d2, v1, v2) => {
        const at = (today: typeof TODAY, v: number) =>
          prefills(anObjective({ keyResults: [weighted(FIRST, 1, v)] }), tagged(FIRST), aCycle(), today)
            .timeCriticality.value!;
        const [earlier, later] = d1 < d2 ? [d1, d2] : [d2, d1];
        expect(at(earlier, Math.max(v1, v2))).toBeLessThanOrEqual(at(later, Math.min(v1, v2)));
      }),
    );
  });
});

describe('what counts for nothing', () => {
  const ASSUMED = { value: 1, source: 'assumed' };

  test('is no tag, an exemption, and risk reduction, which nothing says anything of', () => {
    for (const tag of [null, { state: 'exempt', reason: 'bug', note: '' } as const]) {
      const found = prefills(twoOfFive, tag);
      expect([found.userBusinessValue, found.timeCriticality, found.parts]).toEqual([ASSUMED, ASSUMED, []]);
    }
    expect(prefills(twoOfFive).riskReduction).toEqual(ASSUMED);
  });

  test.each([
    ['of a closed cycle', 'closed', twoOfFive, aCycle({ state: 'closed' })],
    ['of a cycle that is a draft', 'not-started', twoOfFive, aCycle({ state: 'draft' })],
    ['of an archived objective', 'archived', { ...twoOfFive, archived: true }, aCycle()],
    [
      'that is archived',
      'archived',
      anObjective({ keyResults: [{ ...weighted(FIRST, 1, 0), archived: true }] }),
      aCycle(),
    ],
  ])('is a key result %s, and says so', (_, why, objective, cycle) => {
    const found = prefills(objective, tagged(FIRST), cycle);
    expect(found.userBusinessValue).toEqual(ASSUMED);
    expect(found.timeCriticality).toEqual(ASSUMED);
    expect(found.parts).toEqual([{ counts: false, id: FIRST, title: `Title of ${FIRST}`, why }]);
  });

  test('is a key result that the viewer does not see, of which nothing is told', () => {
    const hidden = aKeyResultId('kr0009', 'obbbbbbbbb');
    expect(prefills(twoOfFive, tagged(hidden)).parts).toEqual([
      { counts: false, id: hidden, title: null, why: 'unknown' },
    ]);
    expect(prefills(twoOfFive, tagged(hidden, FIRST)).userBusinessValue.value).toBe(8);
  });

  test('is the weight of an archived sibling', () => {
    const alone = anObjective({
      keyResults: [weighted(FIRST, 2, 40), { ...weighted(SECOND, 3, 0), archived: true }],
    });
    expect(prefills(alone).parts[0]).toMatchObject({ weight: 2, totalWeight: 2 });
  });
});

describe('what the size starts from', () => {
  test.each([
    [null, null, 'none'],
    [0, 1, 'points'],
    [4, 5, 'points'],
    [13, 13, 'points'],
    [40, 20, 'points'],
  ])('is, with %p points, %p', (points, value, source) => {
    expect(prefillsOf({ tag: null, points }, () => null, TODAY).jobSize).toEqual({ value, source });
  });
});
