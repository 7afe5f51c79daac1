import { formatChange, formatNumber, formatPercent, formatValue } from '../../../static/shared/format';

test('what is below zero has a minus sign, not a hyphen', () => {
  expect(formatNumber(-0.4)).toBe('−0.4');
  expect(formatValue(-3, '€')).toBe('−3 €');
  expect(formatChange(-0.4, 'minutes')).toBe('−0.4 minutes');
  expect(formatPercent(-0.25)).toBe('−25%');
});

test('what rounds to nothing has no sign', () => {
  expect(formatChange(0, '%')).toBe('0%');
  expect(formatPercent(-0.001)).toBe('0%');
});
