import { besideValue } from '../../../static/sprint-review/unit';
import { formatChange, formatValue } from '../../../static/shared/format';

test.each([
  ['%', '1%', '+1%'],
  ['€', '1 €', '+1 €'],
  ['minutes', '1', '+1'],
  ['crews', '1', '+1'],
  ['', '1', '+1'],
])('a difference in “%s” reads %s beside a value with its unit', (unit, amount, change) => {
  expect(formatValue(1, besideValue(unit))).toBe(amount);
  expect(formatChange(1, besideValue(unit))).toBe(change);
});
