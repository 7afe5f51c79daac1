import type { SprintReviewView } from '../../../src/contract/sprint-review';
import type { TaggedLine } from '../../../src/domain/sprint-ledger';
import { reviewOf } from '../../../static/sprint-review/review-model';
import { aCheckIn, aDay, aKeyResultId } from '../../builders/okrs';
import { aFrozenWork, aLine, anAdvance, anIntent, aReviewView, aVerdict, servingTag } from './some-work';

const one = aKeyResultId('kr0001');
const onDay = (date: string, value: number) => aCheckIn({ keyResultId: one, date: aDay(date), value });
const remarkOn = (lines: readonly TaggedLine[], fields: Partial<SprintReviewView> = {}) =>
  reviewOf(aReviewView(fields), 1, aFrozenWork(lines)).main.find(({ keyResult }) => keyResult.id === one)
    ?.remark;
const delivered = [aLine({ outcome: 'completed', tag: servingTag([one]) })];

test('says that work was delivered and the value does not move, and that nobody said when it would', () => {
  expect(remarkOn(delivered)).toEqual({ kind: 'delivered-not-moving', wentBack: false, wasDue: null });
});

test('says by when it was to show where that was said', () => {
  const intent = anIntent(anAdvance({ visibleBy: aDay('2026-02-20') }));
  expect(remarkOn(delivered, { intent })).toMatchObject({
    kind: 'delivered-not-moving',
    wasDue: '2026-02-20',
  });
});

test('finds it too early to tell while the day by which it is to show lies ahead', () => {
  const intent = anIntent(anAdvance({ visibleBy: aDay('2026-03-20') }));
  expect(remarkOn(delivered, { intent })).toEqual({ kind: 'too-early', visibleBy: '2026-03-20' });
});

test('lets an effect count that showed after the close and in time', () => {
  const checkIns = { [one]: [onDay('2026-02-18', 40)] };
  const intent = anIntent(anAdvance({ visibleBy: aDay('2026-02-20') }));
  expect(remarkOn(delivered, { checkIns, intent })).toBeNull();
  expect(remarkOn(delivered, { checkIns })).toMatchObject({ kind: 'delivered-not-moving' });
});

test('says that the value went back although work was delivered', () => {
  const checkIns = { [one]: [onDay('2026-01-20', 30), onDay('2026-02-10', 20)] };
  expect(remarkOn(delivered, { checkIns })).toMatchObject({ wentBack: true });
});

test('says nothing while the work goes on', () => {
  expect(remarkOn([aLine({ tag: servingTag([one]) })])).toBeNull();
});

test('says that a key result moved without work, also where its work was taken out', () => {
  const checkIns = { [one]: [onDay('2026-02-03', 80)] };
  const moved = { kind: 'moved-without-work', tooEarlyThen: null };
  expect(remarkOn([], { checkIns })).toEqual(moved);
  expect(remarkOn([aLine({ outcome: 'removed', tag: servingTag([one]) })], { checkIns })).toEqual(moved);
});

test('remembers that an earlier review called it too early, whose work may show now', () => {
  const checkIns = { [one]: [onDay('2026-02-03', 80)] };
  const tooEarly = aVerdict({ verdict: 'too-early' });
  expect(remarkOn([], { checkIns, learnings: { [one]: [tooEarly] } })).toMatchObject({
    tooEarlyThen: tooEarly,
  });
  expect(remarkOn([], { checkIns, learnings: { [one]: [aVerdict(), tooEarly] } })).toMatchObject({
    tooEarlyThen: null,
  });
});
