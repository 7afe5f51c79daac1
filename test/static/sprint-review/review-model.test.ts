import fc from 'fast-check';
import type { SprintReviewView } from '../../../src/contract/sprint-review';
import type { CycleId } from '../../../src/domain/ids';
import type { TaggedLine } from '../../../src/domain/sprint-ledger';
import { reviewOf } from '../../../static/sprint-review/review-model';
import { aCheckIn, aCycle, aDay, aKeyResultId } from '../../builders/okrs';
import {
  aFrozenWork,
  aLine,
  anAdvance,
  anIntent,
  anyLines,
  aReviewView,
  aRunningSprint,
  aSeenKeyResult,
  aSeenObjective,
  aVerdict,
  servingTag,
} from './some-work';

const one = aKeyResultId('kr0001');
const two = aKeyResultId('kr0002');
const three = aKeyResultId('kr0003');
const onDay = (keyResultId: typeof one, date: string, value: number) =>
  aCheckIn({ keyResultId, date: aDay(date), value });

const review = (lines: readonly TaggedLine[] | null, fields: Partial<SprintReviewView> = {}) =>
  reviewOf(aReviewView(fields), 1, lines && aFrozenWork(lines));
const idsOf = (rows: ReturnType<typeof review>['main']) => rows.map(({ keyResult }) => keyResult.id);

test('puts the value at the start and at the close beside the work', () => {
  const work = [aLine({ outcome: 'completed', tag: servingTag([one]) })];
  const checkIns = {
    [one]: [onDay(one, '2026-01-31', 20), onDay(one, '2026-02-10', 35), onDay(one, '2026-02-20', 90)],
  };
  expect(review(work, { checkIns }).main[0]).toMatchObject({
    keyResult: { id: one },
    movement: { atStart: 20, now: 35, change: 15 },
    delivery: { done: { items: 1, points: 3 }, then: { items: 1 }, now: { items: 1 } },
    remark: null,
  });
});

test('reads a running sprint as of today', () => {
  const checkIns = { [one]: [onDay(one, '2026-02-20', 90)] };
  const { main } = review([], { checkIns, sprint: aRunningSprint() });
  expect(main.find(({ keyResult }) => keyResult.id === one)?.movement).toMatchObject({ atStart: 0, now: 90 });
});

test('reads a period that is over as of its last day, and one that runs as of today', () => {
  const period = (end: string) => ({
    sprint: null,
    period: { start: aDay('2026-02-16'), end: aDay(end) },
  });
  expect(review([], period('2026-02-28'))).toMatchObject({
    place: { kind: 'period', boardId: 1, start: '2026-02-16' },
    span: { start: '2026-02-16', end: '2026-02-28' },
  });
  expect(review([], period('2026-03-01')).span).toEqual({ start: '2026-02-16', end: null });
});

test('shows scope that was added as scope and not as lost progress', () => {
  const lines = [
    aLine({ issueId: '1', outcome: 'completed', finalPoints: 5, tag: servingTag([one]) }),
    aLine({ issueId: '2', entrance: 'added', finalPoints: 8, tag: servingTag([one]) }),
  ];
  const { delivery } = review(lines).main[0]!;
  expect(delivery).toMatchObject({ done: { points: 5 }, then: { points: 3 }, now: { points: 13 } });
});

test('says which part of the sprint a key result had, in points or, unestimated, in items', () => {
  const lines = (points: number | null) => [
    aLine({ issueId: '1', finalPoints: points, tag: servingTag([one]) }),
    aLine({ issueId: '2', finalPoints: points && points * 3 }),
    aLine({ issueId: '3', finalPoints: points, outcome: 'removed' }),
  ];
  expect(review(lines(2)).main[0]?.ofWork).toBe(0.25);
  expect(review(lines(null)).main[0]?.ofWork).toBe(0.5);
});

test('lists what was to be moved first, in the order in which it was said', () => {
  const objectives = [aSeenObjective({ keyResults: [one, two, three].map((id) => aSeenKeyResult({ id })) })];
  const lines = [aLine({ finalPoints: 13, tag: servingTag([one]) })];
  const intent = anIntent(anAdvance({ keyResultId: three }), anAdvance({ keyResultId: two }));
  expect(idsOf(review(lines, { objectives, intent }).main)).toEqual([three, two, one]);
});

test('lists what moved, then what is behind, then what is only worked on, whether the work is known or not', () => {
  const ids = ['kr0001', 'kr0002', 'kr0003'].map((ending) => aKeyResultId(ending));
  const objectives = [aSeenObjective({ keyResults: ids.map((id) => aSeenKeyResult({ id })) })];
  const checkIns = { [three]: [onDay(three, '2026-02-03', 5)], [one]: [onDay(one, '2026-01-20', 95)] };
  const lines = [aLine({ tag: servingTag([one]) })];
  expect(idsOf(review(lines, { objectives, checkIns }).main)).toEqual([three, two, one]);
  expect(idsOf(review(null, { objectives, checkIns }).main)).toEqual([three, two]);
});

test('puts key results of the cycle that covers the sprint before those of another', () => {
  const past = aCycle({ id: 'cbbbbbbbbb' as CycleId, endDate: aDay('2026-01-31'), state: 'closed' });
  const objectives = [
    aSeenObjective({ cycleId: past.id, keyResults: [aSeenKeyResult({ id: one })] }),
    aSeenObjective({ keyResults: [aSeenKeyResult({ id: two })] }),
  ];
  const lines = [
    aLine({ issueId: '1', finalPoints: 8, tag: servingTag([one]) }),
    aLine({ issueId: '2', finalPoints: 1, tag: servingTag([two]) }),
  ];
  const cycles = [past, ...aReviewView().cycles];
  expect(idsOf(review(lines, { objectives, cycles }).main)).toEqual([two, one]);
});

test('keeps key results quiet that have no work, did not move and are not behind', () => {
  const checkIns = { [one]: [onDay(one, '2026-01-20', 95)] };
  const { main, quiet } = review([], { checkIns });
  expect([idsOf(quiet), idsOf(main)]).toEqual([[one], [two]]);
});

test('knows a falling metric that is behind', () => {
  const metric = { baseline: 100, target: 0, unit: 'ms' };
  const objectives = [
    aSeenObjective({
      keyResults: [aSeenKeyResult({ id: one, metric }), aSeenKeyResult({ id: two, metric })],
    }),
  ];
  const checkIns = { [one]: [onDay(one, '2026-01-20', 5)], [two]: [onDay(two, '2026-01-20', 99)] };
  const { main, quiet } = review([], { objectives, checkIns });
  expect([idsOf(main), idsOf(quiet)]).toEqual([[two], [one]]);
});

test('shows an archived key result only where work of the sprint serves it', () => {
  const objectives = [
    aSeenObjective({
      keyResults: [aSeenKeyResult({ id: one, archived: true }), aSeenKeyResult({ id: two })],
    }),
  ];
  expect(idsOf(review([], { objectives }).main)).toEqual([two]);
  expect(idsOf(review([aLine({ tag: servingTag([one]) })], { objectives }).main)).toEqual([one, two]);
});

test('groups work for key results that the viewer may not see, each issue once', () => {
  const [hiddenA, hiddenB] = [aKeyResultId('kr0001', 'ozzzzzzzzz'), aKeyResultId('kr0002', 'ozzzzzzzzz')];
  const lines = [
    aLine({ issueId: '1', tag: servingTag([hiddenA, hiddenB, one]) }),
    aLine({ issueId: '2', tag: servingTag([one]) }),
  ];
  expect(review(lines).hidden).toMatchObject({ keyResults: 2, lines: [{ issueId: '1' }] });
});

test('reads no movement before the sprint has started', () => {
  const { sprint } = aReviewView();
  const planned = { ...sprint!, state: 'future' as const };
  const { main, quiet } = review([aLine({ outcome: 'completed', tag: servingTag([one]) })], {
    sprint: planned,
  });
  expect(main).toMatchObject([{ movement: null, remark: null }]);
  expect(quiet).toHaveLength(1);
});

test('tells the verdict on this sprint from what was learned in earlier ones, and knows none from later ones', () => {
  const place = { kind: 'sprint', sprintId: 7 } as const;
  const here = aVerdict({ place, endedOn: aDay('2026-02-14'), verdict: 'confirmed' });
  const later = aVerdict({ place: { kind: 'sprint', sprintId: 8 }, endedOn: aDay('2026-02-28') });
  const earlier = aVerdict();
  const learnings = { [one]: [later, here, earlier] };
  const row = review([aLine({ tag: servingTag([one]) })], { learnings }).main[0];
  expect(row).toMatchObject({ verdict: here, learned: [earlier] });
});

test('says nothing of work where it is not known', () => {
  const checkIns = { [one]: [onDay(one, '2026-02-10', 35)] };
  expect(review(null, { checkIns })).toMatchObject({ sums: null, shares: null, hidden: null, work: null });
  expect(review(null, { checkIns }).main[0]).toMatchObject({ remark: null, movement: { now: 35 } });
  expect(review([], { checkIns }).main[0]?.remark).toMatchObject({ kind: 'moved-without-work' });
});

test('has every issue in exactly one outcome, whatever the sprint', () => {
  fc.assert(
    fc.property(anyLines([one, two]), (lines) => {
      const { sums } = review(lines);
      const { completed, notCompleted, removed, completedElsewhere } = sums!;
      const parts = [completed, notCompleted, removed, completedElsewhere];
      expect(parts.reduce((sum, { items }) => sum + items, 0)).toBe(lines.length);
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(
        lines.reduce((sum, { finalPoints }) => sum + (finalPoints ?? 0), 0),
      );
    }),
  );
});

test('has under every key result the lines that serve it and no others, whatever the sprint', () => {
  fc.assert(
    fc.property(anyLines([one, two]), (lines) => {
      const { main, quiet } = review(lines);
      for (const { keyResult, lines: own, delivery } of [...main, ...quiet]) {
        const serving = lines.filter(
          ({ tag }) => tag?.state === 'tagged' && tag.keyResults.includes(keyResult.id),
        );
        expect(own).toEqual(serving);
        expect(delivery.done.items).toBeLessThanOrEqual(delivery.now.items);
      }
    }),
  );
});
