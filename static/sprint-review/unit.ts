/**
 * The unit of a difference that stands beside a value with its unit. A sign stays (`5%`, `3 €`); a word is left out: the
 * value has said it, and words change with numbers (`1 crews`).
 */
export const besideValue = (unit: string): string => (/\p{Letter}/u.test(unit) ? '' : unit);
