import { besideValue } from '../../../static/shared/unit';
import { formatChange, formatValue } from '../../../src/domain/figure-words';

test.each([
  ['%', 1, '1 percentage point', '+1 percentage point'],
  ['%', 1.004, '1 percentage point', '+1 percentage point'],
  ['%', 2.5, '2.5 percentage points', '+2.5 percentage points'],
  ['%', -1, null, '−1 percentage point'],
  ['€', 1, '1 €', '+1 €'],
  ['minutes', 1, '1', '+1'],
  ['minutes', -0.4, null, '−0.4'],
  ['crews', 1, '1', '+1'],
  ['', 1, '1', '+1'],
])('a difference in “%s” of %d reads %s beside a value with its unit, as a change %s', (...row) => {
  const [unit, difference, amount, change] = row;
  if (amount !== null) expect(formatValue(difference, besideValue(difference, unit))).toBe(amount);
  expect(formatChange(difference, besideValue(difference, unit))).toBe(change);
});
