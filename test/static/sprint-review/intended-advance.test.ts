import fc from 'fast-check';
import { intendedAdvance } from '../../../static/sprint-review/intended-advance';
import { aCheckIn, aDay, aKeyResult } from '../../builders/okrs';
import { anAdvance } from './some-work';

const days = { end: aDay('2026-02-14'), today: aDay('2026-03-01') };
const given = (...values: readonly (readonly [string, number])[]) => {
  const checkIns = values.map(([date, value]) => aCheckIn({ date: aDay(date), value }));
  return [aKeyResult({ latest: checkIns.at(-1) ?? null }), checkIns] as const;
};

test('holds the value at the close against what was intended, and says what is missing', () => {
  const advance = anAdvance({ valueThen: 20, movement: 10 });
  expect(intendedAdvance(advance, ...given(['2026-02-10', 24]), days)).toMatchObject({
    intended: 30,
    judgedOn: '2026-02-14',
    value: 24,
    actual: 4,
    short: 6,
    left: 6,
    isDue: true,
  });
});

test('gives an effect that shows later the time until then', () => {
  const values = given(['2026-02-10', 20], ['2026-02-18', 31], ['2026-02-25', 28]);
  const advance = anAdvance({ visibleBy: aDay('2026-02-20') });
  expect(intendedAdvance(advance, ...values, days)).toMatchObject({
    judgedOn: '2026-02-20',
    value: 31,
    short: 0,
    left: 2,
  });
});

test('reads one whose day lies ahead as of today and says that it is not due', () => {
  const advance = anAdvance({ visibleBy: aDay('2026-03-20') });
  expect(intendedAdvance(advance, ...given(['2026-02-10', 24]), days)).toMatchObject({
    judgedOn: '2026-03-01',
    isDue: false,
  });
});

test('takes what was checked in since the close off what is left', () => {
  expect(intendedAdvance(anAdvance(), ...given(['2026-02-10', 22], ['2026-02-20', 27]), days)).toMatchObject({
    value: 22,
    short: 8,
    left: 3,
  });
});

test('misses nothing of a movement downwards that went further than intended', () => {
  const advance = anAdvance({ valueThen: 6, movement: -0.8 });
  expect(intendedAdvance(advance, ...given(['2026-02-10', 5.1]), days)).toMatchObject({
    intended: 5.2,
    actual: -0.9,
    short: 0,
  });
});

test('measures from the baseline where nobody has checked in', () => {
  const advance = anAdvance({ valueThen: 0, movement: 10 });
  expect(intendedAdvance(advance, ...given(), days)).toMatchObject({ value: 0, actual: 0, short: 10 });
});

test('is missing something only in the direction of the movement, whatever the values', () => {
  const anyValue = fc.integer({ min: -50, max: 50 });
  fc.assert(
    fc.property(anyValue, anyValue, anyValue, (valueThen, movement, value) => {
      const advance = anAdvance({ valueThen, movement });
      const { short, actual } = intendedAdvance(advance, ...given(['2026-02-10', value]), days);
      expect(Math.sign(short) === 0 || Math.sign(short) === Math.sign(movement)).toBe(true);
      if (short !== 0) expect(actual + short).toBe(movement);
    }),
  );
});
