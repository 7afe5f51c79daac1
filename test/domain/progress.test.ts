import fc from 'fast-check';
import { expectedValue, objectiveProgress, progressOf } from '../../src/domain/progress';
import { aCheckIn, aCycle, aDay, aKeyResult, aKeyResultId, anObjective } from '../builders/okrs';

const metric = fc
  .record({
    baseline: fc.integer({ min: -1e6, max: 1e6 }),
    target: fc.integer({ min: -1e6, max: 1e6 }),
    unit: fc.constant(''),
  })
  .filter(({ baseline, target }) => baseline !== target);

const keyResults = fc
  .array(
    fc.record({
      metric,
      weight: fc.integer({ min: 0, max: 10 }),
      value: fc.integer({ min: -1e6, max: 1e6 }),
    }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((specs) =>
    specs.map(({ metric, weight, value }, index) =>
      aKeyResult({ id: aKeyResultId(`kr000${index}`), metric, weight, latest: aCheckIn({ value }) }),
    ),
  );

describe('the progress of a key result', () => {
  test('is 0 at the baseline and 1 at the target, whichever way it goes', () => {
    fc.assert(
      fc.property(metric, (metric) => {
        expect(progressOf(metric, metric.baseline)).toBeCloseTo(0);
        expect(progressOf(metric, metric.target)).toBeCloseTo(1);
      }),
    );
  });

  test('counts a decrease towards the target as progress', () => {
    expect(progressOf({ baseline: 80, target: 20, unit: 'min' }, 50)).toBe(0.5);
  });

  test('goes below 0 and above 1, so that nobody loses sight of what really happened', () => {
    expect(progressOf({ baseline: 10, target: 20, unit: '' }, 5)).toBe(-0.5);
    expect(progressOf({ baseline: 10, target: 20, unit: '' }, 30)).toBe(2);
  });
});

describe('the progress of an objective', () => {
  test('lies between 0 and 1, however far its key results strayed', () => {
    fc.assert(
      fc.property(keyResults, (keyResults) => {
        const progress = objectiveProgress(anObjective({ keyResults }));
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('does not depend on the order of its key results', () => {
    fc.assert(
      fc.property(keyResults, (keyResults) => {
        const reversed = objectiveProgress(anObjective({ keyResults: [...keyResults].reverse() }));
        expect(objectiveProgress(anObjective({ keyResults }))).toBeCloseTo(reversed!);
      }),
    );
  });

  test('is the weighted mean of its key results', () => {
    const half = aKeyResult({ weight: 3, latest: aCheckIn({ value: 50 }) });
    const done = aKeyResult({ weight: 1, latest: aCheckIn({ value: 100 }) });
    expect(objectiveProgress(anObjective({ keyResults: [half, done] }))).toBe(0.625);
  });

  test('takes all weights zero as equal weights', () => {
    const half = aKeyResult({ weight: 0, latest: aCheckIn({ value: 50 }) });
    const done = aKeyResult({ weight: 0, latest: aCheckIn({ value: 100 }) });
    expect(objectiveProgress(anObjective({ keyResults: [half, done] }))).toBe(0.75);
  });

  test('leaves out archived key results, and is unknown without any', () => {
    const archived = aKeyResult({ archived: true, latest: aCheckIn({ value: 100 }) });
    expect(objectiveProgress(anObjective({ keyResults: [aKeyResult(), archived] }))).toBe(0);
    expect(objectiveProgress(anObjective({ keyResults: [archived] }))).toBeNull();
  });

  test('does not let one that overshoots hide one that has not moved', () => {
    const overshot = aKeyResult({ latest: aCheckIn({ value: 300 }) });
    expect(objectiveProgress(anObjective({ keyResults: [overshot, aKeyResult()] }))).toBe(0.5);
  });
});

describe('the expected value', () => {
  test('is the baseline on the first day, the target on the last, and in between on a line', () => {
    const cycle = aCycle({ startDate: aDay('2026-01-01'), endDate: aDay('2026-01-11') });
    const metric = { baseline: 20, target: 40, unit: '' };
    expect(expectedValue(metric, cycle, aDay('2026-01-01'))).toBe(20);
    expect(expectedValue(metric, cycle, aDay('2026-01-06'))).toBe(30);
    expect(expectedValue(metric, cycle, aDay('2026-01-11'))).toBe(40);
  });

  test('stays at the baseline before the cycle and at the target after it', () => {
    const metric = { baseline: 20, target: 40, unit: '' };
    expect(expectedValue(metric, aCycle(), aDay('2025-12-01'))).toBe(20);
    expect(expectedValue(metric, aCycle(), aDay('2026-06-01'))).toBe(40);
  });
});
