/**
 * The number that was typed, with a comma or a point before the decimals, and with thousands set apart where that has
 * one meaning only. `NaN` for anything else.
 */
export const typedNumber = (text: string): number => {
  const typed = tidy(text);
  if (AMBIGUOUS.test(typed)) return Number.NaN;
  if (PLAIN.test(typed)) return Number(typed.replace(',', '.'));
  const grouped = GROUPED.find(({ pattern }) => pattern.test(typed));
  return grouped ? Number(typed.replace(grouped.separator, '').replace(',', '.')) : Number.NaN;
};

/** What to type instead, where the text is no number; nothing typed is left to the back end, which has words for it. */
export const numberProblem = (text: string): string | null => {
  const typed = tidy(text);
  if (typed === '' || !Number.isNaN(typedNumber(typed))) return null;
  if (!AMBIGUOUS.test(typed)) return 'This is not a number. Type only digits, as 1200 or 4.5.';
  const whole = typed.replace(/[.,]/, '');
  return `This can mean two numbers. Type ${whole} or ${numberText(Number(typed.replace(',', '.')))}.`;
};

/** A number as `typedNumber` reads it. */
export const numberText = (value: number): string => {
  const text = String(value);
  return AMBIGUOUS.test(text) ? `${text}0` : text;
};

const tidy = (text: string): string => text.trim().replace('\u2212', '-');

/** One separator with three digits behind it: decimals to some readers, thousands to others. */
const AMBIGUOUS = /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/;

const PLAIN = /^[-+]?(\d+([.,]\d*)?|[.,]\d+)(e[-+]?\d+)?$/i;

const GROUPED = [
  { pattern: /^[-+]?[1-9]\d{0,2}([\s'’]\d{3})+([.,]\d*)?$/, separator: /[\s'’]/g },
  { pattern: /^[-+]?[1-9]\d{0,2}((,\d{3})+\.\d*|(,\d{3}){2,})$/, separator: /,/g },
  { pattern: /^[-+]?[1-9]\d{0,2}((\.\d{3})+,\d*|(\.\d{3}){2,})$/, separator: /\./g },
];
