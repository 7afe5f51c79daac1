import fc from 'fast-check';
import { SCALE, type Figures, type ScaleValue } from '../../src/domain/wsjf';
import type { Prefill } from '../../src/domain/wsjf-prefill';
import { countedFigures, standingsOf, type Ranked } from '../../src/domain/wsjf-rank';

const ASSUMED: Prefill = { value: 1, source: 'assumed' };
const says = (value: ScaleValue): Prefill => ({ value, source: 'key-results' });
const sized = (value: ScaleValue | null): Prefill =>
  value === null ? { value, source: 'none' } : { value, source: 'points' };

const anItem = (
  id: string,
  prefills: { ubv?: ScaleValue; tc?: ScaleValue; size?: ScaleValue | null } = {},
  figures: Figures = {},
): Ranked => ({
  id,
  figures,
  prefills: {
    userBusinessValue: prefills.ubv ? says(prefills.ubv) : ASSUMED,
    timeCriticality: prefills.tc ? says(prefills.tc) : ASSUMED,
    riskReduction: ASSUMED,
    jobSize: sized(prefills.size === undefined ? 1 : prefills.size),
  },
});

const order = (items: readonly Ranked[], which: 'rank' | 'rankWithout' = 'rank'): string[] => {
  const standings = standingsOf(items);
  return items
    .filter(({ id }) => standings.get(id)![which] !== null)
    .sort((a, b) => standings.get(a.id)![which]! - standings.get(b.id)![which]!)
    .map(({ id }) => id);
};

const value = fc.constantFrom(...SCALE);
const someItems = fc
  .array(
    fc.record({
      ubv: fc.option(value, { nil: undefined }),
      tc: fc.option(value, { nil: undefined }),
      size: fc.option(value),
      figures: fc.record(
        { userBusinessValue: value, timeCriticality: value, riskReduction: value, jobSize: value },
        { requiredKeys: [] },
      ),
    }),
    { maxLength: 12 },
  )
  .map((specs) =>
    specs.map(({ ubv, tc, size, figures }, index) =>
      anItem(String(index), { ...(ubv ? { ubv } : {}), ...(tc ? { tc } : {}), size }, figures as Figures),
    ),
  );

describe('the order', () => {
  test('has first what is worth most for its size', () => {
    expect(
      order([
        anItem('small', { ubv: 5, size: 1 }),
        anItem('large', { ubv: 20, tc: 20, size: 20 }),
        anItem('worth it', { ubv: 20, tc: 20, size: 2 }),
      ]),
    ).toEqual(['worth it', 'small', 'large']);
  });

  test('leaves to the backlog what is equal, fractions included', () => {
    const third = anItem(
      'first',
      { size: 8 },
      { userBusinessValue: 5, timeCriticality: 1, riskReduction: 2 },
    );
    const same = anItem(
      'second',
      { size: 5 },
      { userBusinessValue: 2, timeCriticality: 2, riskReduction: 1 },
    );
    expect(order([third, same])).toEqual(['first', 'second']);
    expect(order([same, third])).toEqual(['second', 'first']);
  });

  test('leaves out what has no size, until a person gives it one', () => {
    const unsized = anItem('unsized', { ubv: 20, size: null });
    expect(standingsOf([unsized]).get('unsized')).toEqual({
      score: null,
      rank: null,
      scoreWithout: null,
      rankWithout: null,
      moved: null,
    });
    expect(order([{ ...unsized, figures: { jobSize: 3 } }])).toEqual(['unsized']);
  });

  test('goes by the figure that a person gave, not by what the key results say', () => {
    const item = anItem('one', { ubv: 5, size: 2 }, { userBusinessValue: 13 });
    expect(countedFigures(item, false).userBusinessValue).toBe(13);
    expect(standingsOf([item]).get('one')!.score).toBe(7.5);
  });

  test('ranks everything that has a size once, best score first, the same again for the same', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const standings = standingsOf(items);
        const ranked = [...standings.values()]
          .filter(({ rank }) => rank !== null)
          .sort((a, b) => a.rank! - b.rank!);
        expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, index) => index + 1));
        for (const [index, { score }] of ranked.entries()) {
          if (index > 0) expect(score!).toBeLessThanOrEqual(ranked[index - 1]!.score!);
        }
        expect(standingsOf(items)).toEqual(standings);
      }),
    );
  });
});

describe('without the key results', () => {
  test('what they fill in is 1, and each issue tells how many places they bring it forward', () => {
    const items = [
      anItem('plain', { size: 1 }),
      anItem('served', { ubv: 13, tc: 8, size: 2 }),
      anItem('large', { ubv: 2, size: 8 }),
    ];
    expect(order(items)).toEqual(['served', 'plain', 'large']);
    expect(order(items, 'rankWithout')).toEqual(['plain', 'served', 'large']);
    const standings = standingsOf(items);
    expect(items.map(({ id }) => standings.get(id)!.moved)).toEqual([-1, 1, 0]);
    expect(standings.get('served')!.scoreWithout).toBe(1.5);
  });

  test('a figure that a person gave stays', () => {
    const item = anItem('one', { ubv: 5, tc: 8, size: 2 }, { timeCriticality: 13 });
    expect(countedFigures(item, true)).toEqual({
      userBusinessValue: 1,
      timeCriticality: 13,
      riskReduction: 1,
      jobSize: 2,
    });
  });

  test('places won are places lost', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const moves = [...standingsOf(items).values()].map(({ moved }) => moved ?? 0);
        expect(moves.reduce((sum, moved) => sum + moved, 0)).toBe(0);
      }),
    );
  });

  test('nothing moves where no figure comes from key results', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 12 }), (sizes) => {
        const items = sizes.map((size, index) => anItem(String(index), { size }));
        for (const { moved } of standingsOf(items).values()) expect(moved).toBe(0);
      }),
    );
  });
});
