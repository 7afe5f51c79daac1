import { movementOver, spanOf } from '../../src/domain/sprint-movement';
import type { CheckInId } from '../../src/domain/ids';
import type { IsoInstant } from '../../src/domain/dates';
import { aCheckIn, aCycle, aDay } from '../builders/okrs';

const metric = { baseline: 10, target: 110, unit: '' };
const cycle = aCycle({ startDate: aDay('2026-01-01'), endDate: aDay('2026-04-11') });
const today = aDay('2026-02-20');
const checkInOn = (date: string, value: number, createdAt = `${date}T10:00:00.000Z`) =>
  aCheckIn({
    id: `oaaaaaaaaa-kr0001-${date}` as CheckInId,
    date: aDay(date),
    value,
    createdAt: createdAt as IsoInstant,
  });

describe('the movement of a key result over a sprint', () => {
  const span = { start: aDay('2026-02-02'), end: null };

  test('starts from the last check-in at or before the first day', () => {
    const checkIns = [checkInOn('2026-01-20', 20), checkInOn('2026-02-02', 30), checkInOn('2026-02-03', 40)];
    expect(movementOver(span, today, metric, cycle, checkIns)).toMatchObject({
      atStart: 30,
      now: 40,
      change: 10,
    });
  });

  test('starts from the baseline when nobody had checked in yet', () => {
    expect(movementOver(span, today, metric, cycle, [checkInOn('2026-02-10', 60)])).toMatchObject({
      atStart: 10,
      now: 60,
    });
  });

  test('of a closed sprint ends with its close, whatever came later', () => {
    const closed = { start: aDay('2026-02-02'), end: aDay('2026-02-13') };
    const checkIns = [checkInOn('2026-02-12', 50), checkInOn('2026-02-18', 90)];
    expect(movementOver(closed, today, metric, cycle, checkIns)).toMatchObject({ now: 50, expected: 53 });
  });

  test('takes the check-in that was written last of two on one day', () => {
    const checkIns = [
      checkInOn('2026-02-12', 70, '2026-02-12T12:00:00.000Z'),
      checkInOn('2026-02-12', 50, '2026-02-12T09:00:00.000Z'),
    ];
    expect(movementOver(span, today, metric, cycle, checkIns).now).toBe(70);
  });

  test('counts towards the target as positive, also where less is better', () => {
    const less = { baseline: 100, target: 50, unit: 'min' };
    const movement = movementOver(span, today, less, cycle, [checkInOn('2026-02-10', 75)]);
    expect(movement).toMatchObject({ change: -25, progressChange: 0.5 });
  });
});

describe('the days of a sprint', () => {
  const startDate = '2026-02-02T09:30:00.000Z';

  test('end when it was completed, not when it was meant to', () => {
    const sprint = {
      state: 'closed',
      startDate,
      endDate: '2026-02-13T17:00:00Z',
      completeDate: '2026-02-16T08:00:00Z',
    };
    expect(spanOf(sprint)).toEqual({ start: '2026-02-02', end: '2026-02-16' });
  });

  test('are open while it runs', () => {
    expect(spanOf({ state: 'active', startDate, endDate: '2026-02-13T17:00:00Z' })).toEqual({
      start: '2026-02-02',
      end: null,
    });
  });

  test('do not exist before it was started, or where Jira has no dates', () => {
    expect(spanOf({ state: 'future', startDate })).toBeNull();
    expect(spanOf({ state: 'closed' })).toBeNull();
  });
});
