import fc from 'fast-check';
import { cycleCovers, cycleToShow, inReadingOrder, nextStates } from '../../src/domain/cycle';
import { addDays, daysBetween, elapsedShare, isIsoDate } from '../../src/domain/dates';
import type { CycleId } from '../../src/domain/ids';
import {
  ID_PATTERNS,
  newCheckInId,
  newCycleId,
  newKeyResultId,
  newObjectiveId,
  objectiveIdOf,
} from '../../src/domain/ids';
import { aCycle, aDay } from '../builders/okrs';

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => aDay(date.toISOString().slice(0, 10)));

test('a day that the calendar does not have is no day', () => {
  expect(isIsoDate('2025-02-28')).toBe(true);
  for (const text of ['2025-02-30', '2025-13-01', '25-01-01', '2025-01-01T00:00:00Z', ''])
    expect(isIsoDate(text)).toBe(false);
});

test('adding days and counting them agree', () => {
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: -5000, max: 5000 }),
      (day, count) => daysBetween(day, addDays(day, count)) === count,
    ),
  );
});

test('the elapsed share never leaves 0 to 1 and never falls', () => {
  fc.assert(
    fc.property(days, days, days, (start, end, day) => {
      const share = elapsedShare(start, end, day);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(elapsedShare(start, end, addDays(day, 1))).toBeGreaterThanOrEqual(share);
    }),
  );
});

test('a cycle covers its first and its last day', () => {
  expect(cycleCovers(aCycle(), aDay('2026-01-01'))).toBe(true);
  expect(cycleCovers(aCycle(), aDay('2026-03-31'))).toBe(true);
  expect(cycleCovers(aCycle(), aDay('2026-04-01'))).toBe(false);
});

test('a used cycle does not become a draft again, a closed one may be reopened', () => {
  expect(nextStates('draft')).toEqual(['active']);
  expect(nextStates('active')).toEqual(['closed']);
  expect(nextStates('closed')).toEqual(['active']);
});

test('active cycles are read first, then drafts, then closed ones, each latest first', () => {
  const cycle = (name: string, state: 'draft' | 'active' | 'closed', startDate: string) =>
    aCycle({ id: name as CycleId, name, state, startDate: aDay(startDate) });
  const cycles = [
    cycle('old', 'closed', '2025-01-01'),
    cycle('next', 'draft', '2026-04-01'),
    cycle('year', 'active', '2026-01-01'),
    cycle('q2', 'active', '2026-02-01'),
  ];
  expect(inReadingOrder(cycles).map(({ name }) => name)).toEqual(['q2', 'year', 'next', 'old']);
});

test('ids say what they are, and a key result’s names its objective', () => {
  const random = (length: number) => Array.from({ length }, (_, index) => index * 37);
  const objective = newObjectiveId(random);
  const keyResult = newKeyResultId(objective, random);
  expect(newCycleId(random)).toMatch(ID_PATTERNS.cycle);
  expect(objective).toMatch(ID_PATTERNS.objective);
  expect(keyResult).toMatch(ID_PATTERNS.keyResult);
  expect(newCheckInId(keyResult, random)).toMatch(ID_PATTERNS.checkIn);
  expect(objectiveIdOf(keyResult)).toBe(objective);
});

describe('the cycle that is shown when nobody names one', () => {
  const cycle = (name: string, state: 'draft' | 'active' | 'closed', startDate: string, endDate: string) =>
    aCycle({ id: name as CycleId, name, state, startDate: aDay(startDate), endDate: aDay(endDate) });
  const year = cycle('year', 'active', '2026-01-01', '2026-12-31');
  const first = cycle('first', 'active', '2026-01-01', '2026-03-31');
  const second = cycle('second', 'draft', '2026-04-01', '2026-06-30');
  const past = cycle('past', 'closed', '2025-10-01', '2025-12-31');
  const today = aDay('2026-02-16');

  test.each([
    ['the quarter before its year', [year, second, first, past], 'first'],
    [
      'an active one that begins later before a closed one',
      [past, { ...second, state: 'active' as const }],
      'second',
    ],
    [
      'a closed one that today lies in before one that has not begun',
      [{ ...first, state: 'closed' as const }, second],
      'first',
    ],
    ['the next draft before what is over', [past, second], 'second'],
    ['the one that ended last', [past, cycle('older', 'closed', '2025-07-01', '2025-09-30')], 'past'],
    [
      'a closed one still to come, when there is no other',
      [{ ...second, state: 'closed' as const }],
      'second',
    ],
  ])('is %s', (_what, cycles, name) => {
    expect(cycleToShow(cycles, today)?.name).toBe(name);
  });

  test('is none where there is none', () => {
    expect(cycleToShow([], today)).toBeNull();
  });
});
