/**
 * The unit of a difference that stands beside a value with its unit. A sign stays (`3 €`); a word is left out: the value
 * has said it, and words change with numbers (`1 crews`). From 19% to 20% it is a percentage point: 1% of 19% is less.
 */
export const besideValue = (difference: number, unit: string): string => {
  if (unit.trim() === '%') return isOne(difference) ? 'percentage point' : 'percentage points';
  return /\p{Letter}/u.test(unit) ? '' : unit;
};

/** Whether it reads as one, with the two decimals that are shown. */
const isOne = (difference: number): boolean => Math.round(Math.abs(difference) * 100) === 100;
