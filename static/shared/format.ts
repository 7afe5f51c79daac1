/** Numbers, shares and days as people read them, in the reader's own locale. */

/** Made when first needed: making one costs a surface more than most of what it draws. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

const number = once(() => new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 }));
const signed = once(
  () => new Intl.NumberFormat(undefined, { maximumFractionDigits: 2, signDisplay: 'exceptZero' }),
);
const percent = once(() => new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 }));
const day = once(
  () =>
    new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
);
const shortDay = once(
  () => new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
);
const time = once(() => new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }));

/**
 * Has the browser load what it knows of the reader's language. The first format that a page asks for takes it as long as
 * drawing a screen, so a surface that waits anyway may have it done then.
 */
export const prepareFormats = (): void => void number();

export const formatNumber = (value: number): string => withMinus(number().format(value));

/** A value with its unit: `42%`, `1,200 users`. */
export const formatValue = (value: number, unit: string): string => withUnit(formatNumber(value), unit);

/** A difference with its sign and unit: `+3 users`, `−2%`, `0`. */
export const formatChange = (change: number, unit: string): string =>
  withUnit(withMinus(signed().format(change)), unit);

/** A ratio as a percentage, unclamped: `0.5` is `50%`. */
export const formatPercent = (ratio: number): string =>
  // Adding zero keeps a ratio that rounds to nothing from reading `-0%`.
  withMinus(percent().format(Math.round(ratio * 100) / 100 + 0));

/** A day, `YYYY-MM-DD` or a moment, as `3 Mar 2026`. */
export const formatDay = (date: string): string => day().format(new Date(date));

/** The same where the year goes without saying: `3 Mar`. */
export const formatDayShort = (date: string): string => shortDay().format(new Date(date));

/** A moment, in milliseconds since 1970, as the time of day: `10:32`. */
export const formatTime = (moment: number): string => time().format(moment);

/** Many locales' numbers come with a hyphen, which is shorter and lower than a minus sign. */
const withMinus = (text: string): string => text.replace('-', '−');

const withUnit = (text: string, unit: string): string => {
  if (unit === '') return text;
  return /^[%‰°]/.test(unit) ? `${text}${unit}` : `${text} ${unit}`;
};
