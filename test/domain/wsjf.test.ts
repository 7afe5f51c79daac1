import fc from 'fast-check';
import {
  COMPONENTS,
  nearestOnScale,
  SCALE,
  scoreOf,
  type CountedFigures,
  type Figures,
  type ScaleValue,
} from '../../src/domain/wsjf';
import { isNewerFigures, parseFigures, storedFigures, withFigure } from '../../src/domain/wsjf-figures';

const onScale = fc.constantFrom(...SCALE);
const someFigures = fc
  .record(
    { userBusinessValue: onScale, timeCriticality: onScale, riskReduction: onScale, jobSize: onScale },
    { requiredKeys: [] },
  )
  .map((figures): Figures => figures);

const counted = (over: Partial<CountedFigures> = {}): CountedFigures => ({
  userBusinessValue: 8,
  timeCriticality: 5,
  riskReduction: 2,
  jobSize: 5,
  ...over,
});

describe('the score', () => {
  test('is the three value figures together, by the size of the job', () => {
    expect(scoreOf(counted())).toBe(3);
  });

  test('is unknown while the size is', () => {
    expect(scoreOf(counted({ jobSize: null }))).toBeNull();
  });

  test('rises with every value figure and falls with the size', () => {
    fc.assert(
      fc.property(
        fc.record({
          userBusinessValue: onScale,
          timeCriticality: onScale,
          riskReduction: onScale,
          jobSize: onScale,
        }),
        fc.constantFrom(...COMPONENTS),
        onScale,
        (figures, component, value) => {
          const other = { ...figures, [component]: value };
          const grows = Math.sign(value - figures[component]);
          const sign = component === 'jobSize' ? 0 - grows : grows;
          expect(Math.sign(scoreOf(other)! - scoreOf(figures)!)).toBe(sign);
        },
      ),
    );
  });
});

describe('the nearest of the scale', () => {
  test.each([
    [0, 1],
    [0.5, 1],
    [4, 5],
    [6, 5],
    [6.5, 8],
    [10, 8],
    [10.5, 13],
    [16, 13],
    [40, 20],
    [100, 20],
    [-3, 1],
  ])('of %p is %p', (amount, value) => expect(nearestOnScale(amount)).toBe(value));

  test('is the value itself where that is on the scale, and never falls when the amount grows', () => {
    for (const value of SCALE) expect(nearestOnScale(value)).toBe(value);
    const amount = fc.double({ min: -10, max: 100, noNaN: true });
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(nearestOnScale(Math.min(a, b))).toBeLessThanOrEqual(nearestOnScale(Math.max(a, b)));
      }),
    );
  });
});

describe('the figures that a person gives', () => {
  test('are read as they were stored', () => {
    fc.assert(
      fc.property(someFigures, (figures) => {
        expect(parseFigures(JSON.parse(JSON.stringify(storedFigures(figures))))).toEqual(figures);
      }),
    );
  });

  test('are not stored where there are none', () => {
    expect(storedFigures({})).toBeNull();
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'userBusinessValue'],
    ['a number', 13],
    ['a list', [1, 2, 3]],
    ['other words', { version: 1, value: 8 }],
    ['values off the scale', { version: 1, userBusinessValue: 4, timeCriticality: 100, jobSize: 0 }],
    ['texts', { version: 1, userBusinessValue: '8', riskReduction: [8], jobSize: { value: 8 } }],
    ['what every object has', { constructor: 8, __proto__: 8 }],
  ])('are none when the property holds %s', (_, value) => expect(parseFigures(value)).toEqual({}));

  test('are those on the scale when only some of them are', () => {
    expect(parseFigures({ version: 1, userBusinessValue: 13, jobSize: 7, note: 'x' })).toEqual({
      userBusinessValue: 13,
    });
  });

  test('never throw and never leave the scale, whatever is stored', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const figure of Object.values(parseFigures(value))) expect(SCALE).toContain(figure);
      }),
    );
  });

  test('tell when a newer version of the app wrote them', () => {
    expect(isNewerFigures({ version: 2, userBusinessValue: 8 })).toBe(true);
    for (const value of [undefined, null, 'x', {}, { version: '2' }, { version: 1 }]) {
      expect(isNewerFigures(value)).toBe(false);
    }
  });

  test('change one at a time', () => {
    const component = fc.constantFrom(...COMPONENTS);
    fc.assert(
      fc.property(someFigures, component, onScale, (figures, changed, value: ScaleValue) => {
        expect(withFigure(figures, changed, value)).toEqual({ ...figures, [changed]: value });
        const { [changed]: _gone, ...others } = figures;
        expect(withFigure(figures, changed, null)).toEqual(others);
      }),
    );
  });
});
