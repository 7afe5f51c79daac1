import fc from 'fast-check';
import type { IsoInstant } from '../../src/domain/dates';
import type { IntentPlace } from '../../src/domain/sprint-intent';
import {
  MOST_VERDICTS,
  samePlace,
  VERDICTS,
  verdictOn,
  withVerdict,
  type GivenVerdict,
} from '../../src/domain/verdict';
import { aDay } from '../builders/okrs';

const sprint = (sprintId: number): IntentPlace => ({ kind: 'sprint', sprintId });
const period = (boardId: number, day: string): IntentPlace => ({ kind: 'period', boardId, start: aDay(day) });

const aVerdict = (place: IntentPlace, fields: Partial<GivenVerdict> = {}): GivenVerdict => ({
  place,
  endedOn: aDay('2026-01-16'),
  verdict: 'confirmed',
  learning: 'Fewer fields, fewer drop-outs.',
  savedAt: '2026-01-16T10:00:00.000Z' as IsoInstant,
  ...fields,
});

test('a place is the same sprint, or the same board’s period from the same day', () => {
  expect(samePlace(sprint(1), sprint(1))).toBe(true);
  expect(samePlace(sprint(1), sprint(2))).toBe(false);
  expect(samePlace(period(1, '2026-01-05'), period(1, '2026-01-05'))).toBe(true);
  expect(samePlace(period(1, '2026-01-05'), period(2, '2026-01-05'))).toBe(false);
  expect(samePlace(period(1, '2026-01-05'), period(1, '2026-01-19'))).toBe(false);
  expect(samePlace(sprint(1), period(1, '2026-01-05'))).toBe(false);
});

test('a verdict takes the place of the one before it on the same sprint', () => {
  const first = withVerdict([], sprint(1), aVerdict(sprint(1)));
  const second = withVerdict(first, sprint(1), aVerdict(sprint(1), { verdict: 'too-early' }));
  expect(second).toHaveLength(1);
  expect(verdictOn(second, sprint(1))?.verdict).toBe('too-early');
  expect(verdictOn(second, sprint(2))).toBeNull();
});

test('one that is taken back leaves the others', () => {
  const both = [aVerdict(sprint(2)), aVerdict(sprint(1))];
  expect(withVerdict(both, sprint(2), null)).toEqual([both[1]]);
  expect(withVerdict(both, sprint(3), null)).toHaveLength(2);
});

const someVerdicts = fc.array(
  fc
    .record({
      place: fc.oneof(
        fc.integer({ min: 1, max: 80 }).map(sprint),
        fc.integer({ min: 1, max: 3 }).map((board) => period(board, '2026-01-05')),
      ),
      day: fc.integer({ min: 1, max: 28 }),
      hour: fc.integer({ min: 10, max: 20 }),
      verdict: fc.constantFrom(...VERDICTS),
    })
    .map(({ place, day, hour, verdict }) =>
      aVerdict(place, {
        verdict,
        endedOn: aDay(`2026-01-${String(day).padStart(2, '0')}`),
        savedAt: `2026-02-01T${hour}:00:00.000Z` as IsoInstant,
      }),
    ),
  { maxLength: 120 },
);

test('those of the sprints that ended last come first, one of each, and the oldest go when there are too many', () => {
  fc.assert(
    fc.property(someVerdicts, (given) => {
      const kept = given.reduce<readonly GivenVerdict[]>(
        (verdicts, one) => withVerdict(verdicts, one.place, one),
        [],
      );
      expect(kept.length).toBeLessThanOrEqual(MOST_VERDICTS);
      const order = kept.map(({ endedOn, savedAt }) => `${endedOn} ${savedAt}`);
      expect(order).toEqual([...order].sort().reverse());
      for (const { place } of kept) {
        expect(kept.filter((other) => samePlace(other.place, place))).toHaveLength(1);
        expect(verdictOn(kept, place)).toBe(given.findLast((one) => samePlace(one.place, place)));
      }
    }),
  );
});
