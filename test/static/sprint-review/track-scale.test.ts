import fc from 'fast-check';
import { rounded } from '../../../static/sprint-review/expected';
import { trackScale } from '../../../static/sprint-review/track-scale';

test('runs from the baseline on the left to the target on the right, whichever is larger', () => {
  const rising = trackScale({ baseline: 0, target: 50, unit: '' }, [10]);
  const falling = trackScale({ baseline: 50, target: 0, unit: '' }, [40]);
  expect([rising(0), rising(10), rising(50)]).toEqual([0, 0.2, 1]);
  expect([falling(50) + 0, falling(40), falling(0)]).toEqual([0, 0.2, 1]);
});

test('reaches beyond baseline and target where values do', () => {
  const at = trackScale({ baseline: 0, target: 100, unit: '' }, [-50, 150]);
  expect([at(-50), at(0), at(100), at(150)]).toEqual([0, 0.25, 0.75, 1]);
});

test('keeps every value on the line', () => {
  const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(amount, amount, fc.array(amount), (baseline, target, values) => {
      fc.pre(Math.abs(baseline - target) > 1e-3);
      const at = trackScale({ baseline, target, unit: '' }, values);
      for (const value of [baseline, target, ...values]) {
        expect(at(value)).toBeGreaterThanOrEqual(-1e-9);
        expect(at(value)).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});

test('rounds a computed value to what the metric is worth', () => {
  expect(rounded({ baseline: 1200, target: 4000, unit: '' }, 2738.46)).toBe(2738);
  expect(rounded({ baseline: 62, target: 95, unit: '%' }, 80.134)).toBe(80.1);
  expect(rounded({ baseline: 6, target: 1, unit: 'days' }, 3.2512)).toBe(3.25);
});
