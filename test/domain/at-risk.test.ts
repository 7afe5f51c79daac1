import fc from 'fast-check';
import { atRiskWithoutWork, GRACE, risksOf } from '../../src/domain/at-risk';
import type { WorkItem } from '../../src/domain/delivery';
import type { CycleId, KeyResultId } from '../../src/domain/ids';
import { aCheckIn, aCycle, aDay, aKeyResult, aKeyResultId, anObjective } from '../builders/okrs';

/** Half of the quarter has passed. */
const halfway = aDay('2026-02-14');
const cycle = aCycle({ startDate: aDay('2026-01-01'), endDate: aDay('2026-03-30') });
const early = aDay('2026-01-02');

const anIssueServing = (...keyResults: KeyResultId[]): WorkItem => ({
  id: '1',
  done: false,
  points: null,
  tag: { tag: { state: 'tagged', keyResults }, inheritedFrom: 'BOOK-1' },
});

const idsAtRisk = (
  objective: Parameters<typeof anObjective>[0],
  { work = [], cycles = [cycle] }: { readonly work?: WorkItem[]; readonly cycles?: (typeof cycle)[] } = {},
): string[] =>
  atRiskWithoutWork({ objectives: [anObjective(objective)], cycles }, work, halfway).map(
    ({ keyResult }) => keyResult.id,
  );

describe('a key result is at risk', () => {
  test('when the latest check-in had little confidence, which it says', () => {
    const latest = aCheckIn({ value: 60, confidence: 3, date: aDay('2026-02-10') });
    expect(risksOf(aKeyResult({ latest }), cycle, halfway)).toEqual([
      { kind: 'low-confidence', confidence: 3, date: '2026-02-10' },
    ]);
    expect(risksOf(aKeyResult({ latest: { ...latest, confidence: 4 } }), cycle, halfway)).toEqual([]);
  });

  test('when it is well behind the straight line, with what that follows from', () => {
    const metric = { baseline: 200, target: 100, unit: 'ms' };
    const latest = aCheckIn({ value: 180, confidence: 8, date: aDay('2026-02-10') });
    expect(risksOf(aKeyResult({ metric, latest }), cycle, halfway)).toEqual([
      { kind: 'behind', progress: 0.2, expected: 0.5, value: 180, expectedValue: 150, date: '2026-02-10' },
    ]);
  });

  test('when nobody has checked in while half of the time passed', () => {
    expect(risksOf(aKeyResult(), cycle, halfway)).toMatchObject([
      { kind: 'behind', progress: 0, value: 0, date: null },
    ]);
    expect(risksOf(aKeyResult(), cycle, early)).toEqual([]);
  });

  test('never when it is no further behind than the grace and people are sure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 41, max: 200 }), fc.integer({ min: 4, max: 10 }), (value, confidence) => {
        expect(value / 100).toBeGreaterThanOrEqual(0.5 - GRACE);
        expect(risksOf(aKeyResult({ latest: aCheckIn({ value, confidence }) }), cycle, halfway)).toEqual([]);
      }),
    );
  });
});

describe('a key result at risk with nothing coming', () => {
  test('is one that no issue serves, itself or by what it inherits', () => {
    const keyResults = [
      aKeyResult({ id: aKeyResultId('kr0001') }),
      aKeyResult({ id: aKeyResultId('kr0002') }),
    ];
    const work = [anIssueServing(aKeyResultId('kr0002'))];
    expect(idsAtRisk({ keyResults }, { work })).toEqual([aKeyResultId('kr0001')]);
    expect(idsAtRisk({ keyResults })).toHaveLength(2);
  });

  test('is not one that was archived, itself or with its objective', () => {
    expect(idsAtRisk({ keyResults: [aKeyResult({ archived: true })] })).toEqual([]);
    expect(idsAtRisk({ archived: true })).toEqual([]);
  });

  test('is not one of a cycle that is closed, not yet started or not known', () => {
    expect(idsAtRisk({}, { cycles: [aCycle({ state: 'closed' })] })).toEqual([]);
    expect(idsAtRisk({}, { cycles: [aCycle({ state: 'draft' })] })).toEqual([]);
    expect(idsAtRisk({ cycleId: 'cbbbbbbbbb' as CycleId })).toEqual([]);
  });

  test('comes the earlier the further behind it is', () => {
    const keyResults = [30, 10, 20].map((value, index) =>
      aKeyResult({ id: aKeyResultId(`kr000${index}`), latest: aCheckIn({ value }) }),
    );
    expect(idsAtRisk({ keyResults })).toEqual(['kr0001', 'kr0002', 'kr0000'].map((end) => aKeyResultId(end)));
  });
});
