import fc from 'fast-check';
import {
  formatChange,
  formatDay,
  formatDayShort,
  formatNumber,
  formatPercent,
  formatValue,
} from '../../src/domain/figure-words';

test('what is below zero has a minus sign, not a hyphen', () => {
  expect(formatNumber(-0.4)).toBe('−0.4');
  expect(formatValue(-3, '€')).toBe('−3 €');
  expect(formatChange(-0.4, 'minutes')).toBe('−0.4 minutes');
  expect(formatPercent(-0.25)).toBe('−25%');
});

test('what rounds to nothing has no sign', () => {
  expect(formatNumber(-0.001)).toBe('0');
  expect(formatChange(0, '%')).toBe('0%');
  expect(formatChange(0.001, '%')).toBe('0%');
  expect(formatPercent(-0.001)).toBe('0%');
});

test('a number has a comma for each thousand, and no decimals that say nothing', () => {
  expect(formatNumber(1_234.5)).toBe('1,234.5');
  expect(formatNumber(100)).toBe('100');
  expect(formatNumber(-1_000_000.25)).toBe('−1,000,000.25');
  expect(formatNumber(0.105)).toBe('0.1');
  expect(formatPercent(12.5)).toBe('1,250%');
});

test('a number reads as English has it', () => {
  const english = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom(1, 10, 100), (whole, parts) => {
      // Adding zero makes nought of what is nought below zero.
      const value = Math.trunc(whole / 1_000) / parts + 0;
      expect(formatNumber(value)).toBe(english.format(value).replace('-', '−'));
    }),
  );
});

test('a day reads as English has it, whatever offset a moment is told with', () => {
  const english = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
      (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(formatDayShort(day)).toBe(english.format(date).replace('Sept', 'Sep'));
        expect(formatDay(date.toISOString())).toBe(`${formatDayShort(day)} ${day.slice(0, 4)}`);
      },
    ),
  );
  expect(formatDay('2026-03-01T00:30:00.000+0200')).toBe('28 Feb 2026');
});
