import { dayOf } from './dates';

/**
 * Numbers, shares and days as the app's texts hold them: in English, as the texts are, so that one review, goal or export
 * reads the same to everybody it is shown to. No `Intl`: the first format that a page asks a browser for takes it as long
 * as drawing a screen.
 */

/** To two decimals: `1,234.5`, `−3`. */
export const formatNumber = (value: number): string => {
  const [whole = '', decimals = ''] = Math.abs(value).toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const text = /^0*$/.test(decimals) ? grouped : `${grouped}.${decimals.replace(/0$/, '')}`;
  return value < 0 && text !== '0' ? `−${text}` : text;
};

/** A value with its unit: `42%`, `1,200 users`. */
export const formatValue = (value: number, unit: string): string => withUnit(formatNumber(value), unit);

/** A difference with its sign and unit: `+3 users`, `−2%`, `0`. */
export const formatChange = (change: number, unit: string): string => {
  const text = formatNumber(change);
  return withUnit(change > 0 && text !== '0' ? `+${text}` : text, unit);
};

/** A ratio as a percentage, unclamped: `0.5` is `50%`. */
export const formatPercent = (ratio: number): string => `${formatNumber(Math.round(ratio * 100))}%`;

/** A day, `YYYY-MM-DD` or a moment in UTC, as `3 Mar 2026`. */
export const formatDay = (date: string): string => `${formatDayShort(date)} ${dayOf(date).slice(0, 4)}`;

/** The same where the year goes without saying: `3 Mar`. */
export const formatDayShort = (date: string): string => {
  const [, month, day] = dayOf(date).split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1]}`;
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const withUnit = (text: string, unit: string): string => {
  if (unit === '') return text;
  return /^[%‰°]/.test(unit) ? `${text}${unit}` : `${text} ${unit}`;
};
