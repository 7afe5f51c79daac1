import type { SprintReviewView } from '../../../src/contract/sprint-review';
import type { CycleId } from '../../../src/domain/ids';
import { reviewRows } from '../../../static/sprint-review/review-rows';
import { aCheckIn, aCycle, aDay, aKeyResult, aKeyResultId, anObjective } from '../../builders/okrs';
import { aSprintIssue, servingTag } from './some-work';

const one = aKeyResultId('kr0001');
const two = aKeyResultId('kr0002');
const cycle = aCycle({ startDate: aDay('2026-01-01'), endDate: aDay('2026-04-11') });
const span = { start: aDay('2026-02-01'), end: aDay('2026-02-14') };

const view = (fields: Partial<SprintReviewView> = {}): SprintReviewView => ({
  today: aDay('2026-03-01'),
  cycles: [cycle],
  objectives: [anObjective({ keyResults: [aKeyResult({ id: one }), aKeyResult({ id: two })] })],
  checkIns: {},
  ...fields,
});
const onDay = (keyResultId: typeof one, date: string, value: number) =>
  aCheckIn({ keyResultId, date: aDay(date), value });

test('puts the value at the start and at the close beside the work', () => {
  const work = [aSprintIssue({ done: true, tag: servingTag([one]) })];
  const checkIns = {
    [one]: [onDay(one, '2026-01-31', 20), onDay(one, '2026-02-10', 35), onDay(one, '2026-02-20', 90)],
  };
  const { main } = reviewRows(work, view({ checkIns }), span);
  expect(main[0]).toMatchObject({
    keyResult: { id: one },
    movement: { atStart: 20, now: 35, change: 15 },
    delivery: { items: { done: 1, total: 1 } },
    remark: null,
  });
});

test('reads a running sprint as of today', () => {
  const checkIns = { [one]: [onDay(one, '2026-02-20', 90)] };
  const { main } = reviewRows([], view({ checkIns }), { ...span, end: null });
  expect(main.find(({ keyResult }) => keyResult.id === one)?.movement).toMatchObject({ atStart: 0, now: 90 });
});

test('says that a key result moved without work in the sprint', () => {
  const { main } = reviewRows([], view({ checkIns: { [one]: [onDay(one, '2026-02-03', 80)] } }), span);
  expect(main[0]).toMatchObject({ keyResult: { id: one }, remark: 'moved-without-work' });
});

test('says that work finished and the value has not moved, but not while the work goes on', () => {
  const remarkWhen = (done: boolean) =>
    reviewRows([aSprintIssue({ done, tag: servingTag([one]) })], view(), span).main[0]?.remark;
  expect(remarkWhen(true)).toBe('finished-without-movement');
  expect(remarkWhen(false)).toBeNull();
});

test('lists served key results first, then moved ones, then those that are behind', () => {
  const three = aKeyResultId('kr0003');
  const objectives = [anObjective({ keyResults: [one, two, three].map((id) => aKeyResult({ id })) })];
  const checkIns = { [two]: [onDay(two, '2026-02-03', 5)] };
  const work = [aSprintIssue({ tag: servingTag([three]) })];
  const { main } = reviewRows(work, view({ objectives, checkIns }), span);
  expect(main.map(({ keyResult }) => keyResult.id)).toEqual([three, two, one]);
});

test('puts key results of the cycle that covers the sprint before those of another', () => {
  const past = aCycle({ id: 'cbbbbbbbbb' as CycleId, endDate: aDay('2026-01-31'), state: 'closed' });
  const objectives = [
    anObjective({ cycleId: past.id, keyResults: [aKeyResult({ id: one })] }),
    anObjective({ keyResults: [aKeyResult({ id: two })] }),
  ];
  const work = [
    aSprintIssue({ id: '1', points: 8, tag: servingTag([one]) }),
    aSprintIssue({ id: '2', points: 1, tag: servingTag([two]) }),
  ];
  const { main } = reviewRows(work, view({ objectives, cycles: [past, cycle] }), span);
  expect(main.map(({ keyResult }) => keyResult.id)).toEqual([two, one]);
});

test('keeps key results quiet that have no work, did not move and are not behind', () => {
  const checkIns = { [one]: [onDay(one, '2026-01-20', 95)] };
  const { main, quiet } = reviewRows([], view({ checkIns }), span);
  expect(quiet.map(({ keyResult }) => keyResult.id)).toEqual([one]);
  expect(main.map(({ keyResult }) => keyResult.id)).toEqual([two]);
});

test('knows a falling metric that is behind', () => {
  const metric = { baseline: 100, target: 0, unit: 'ms' };
  const objectives = [
    anObjective({ keyResults: [aKeyResult({ id: one, metric }), aKeyResult({ id: two, metric })] }),
  ];
  const checkIns = { [one]: [onDay(one, '2026-01-20', 5)], [two]: [onDay(two, '2026-01-20', 99)] };
  const { main, quiet } = reviewRows([], view({ objectives, checkIns }), span);
  expect([main[0]?.keyResult.id, quiet[0]?.keyResult.id]).toEqual([two, one]);
});

test('shows an archived key result only where work of the sprint serves it', () => {
  const objectives = [
    anObjective({ keyResults: [aKeyResult({ id: one, archived: true }), aKeyResult({ id: two })] }),
  ];
  const ids = (work: ReturnType<typeof aSprintIssue>[]) =>
    reviewRows(work, view({ objectives }), span).main.map(({ keyResult }) => keyResult.id);
  expect(ids([])).toEqual([two]);
  expect(ids([aSprintIssue({ tag: servingTag([one]) })])).toEqual([one, two]);
});

test('groups work for key results that the viewer may not see, each issue once', () => {
  const [hiddenA, hiddenB] = [aKeyResultId('kr0001', 'ozzzzzzzzz'), aKeyResultId('kr0002', 'ozzzzzzzzz')];
  const work = [
    aSprintIssue({ id: '1', tag: servingTag([hiddenA, hiddenB, one]) }),
    aSprintIssue({ id: '2', tag: servingTag([one]) }),
  ];
  const { hidden } = reviewRows(work, view(), span);
  expect(hidden).toMatchObject({ keyResults: 2, work: [{ id: '1' }] });
});

test('reads no movement before the sprint has started', () => {
  const work = [aSprintIssue({ done: true, tag: servingTag([one]) })];
  const { main, quiet } = reviewRows(work, view(), null);
  expect(main).toMatchObject([{ movement: null, remark: null }]);
  expect(quiet).toHaveLength(1);
});

test('says nothing of movement and work together where the work is not known', () => {
  const checkIns = { [one]: [onDay(one, '2026-02-10', 35)] };
  expect(reviewRows([], view({ checkIns }), span).main[0]?.remark).toBe('moved-without-work');
  const { main, hidden } = reviewRows(null, view({ checkIns }), span);
  expect(main[0]).toMatchObject({ remark: null, movement: { now: 35 } });
  expect(hidden).toBeNull();
});
