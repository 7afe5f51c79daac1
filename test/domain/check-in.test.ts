import { checkInOn, newer, summaryOf } from '../../src/domain/check-in';
import type { CheckInId } from '../../src/domain/ids';
import { aCheckIn, aDay } from '../builders/okrs';

const of = (date: string, value: number) =>
  aCheckIn({ id: `oaaaaaaaaa-kr0001-${value}` as CheckInId, date: aDay(date), value });

test('a check-in for the past does not hide a later one', () => {
  const later = summaryOf(of('2026-02-10', 50));
  expect(newer(later, summaryOf(of('2026-02-03', 20)))).toBe(later);
});

test('the first check-in is the newest', () => {
  const first = summaryOf(of('2026-02-10', 50));
  expect(newer(null, first)).toBe(first);
});

test('on a day the last one at or before it counts, in whatever order they come', () => {
  const checkIns = [of('2026-02-10', 50), of('2026-02-03', 20), of('2026-02-17', 70)];
  expect(checkInOn(checkIns, aDay('2026-02-16'))?.value).toBe(50);
  expect(checkInOn(checkIns, aDay('2026-02-01'))).toBeNull();
});
