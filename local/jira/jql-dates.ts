import { badRequest } from './http-error';
import type { JqlContext, JqlFunction } from './jql-field';
import { momentOf, wallClockAt, type WallClock } from './time-zone';

type When = Pick<JqlContext, 'now' | 'timeZone'>;

const ABSOLUTE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/;
const RELATIVE = /^-?(?:\d+[wdhm]\s*)+$/;

/**
 * A written date as a moment: `2024-01-31`, `2024/01/31 10:30`, or relative to now (`-4w 2d`), days beginning where the
 * asker lives. @throws 400 for any other form.
 */
export const readDate = (written: string, field: string, when: When): number => {
  const text = written.trim();
  const absolute = ABSOLUTE.exec(text);
  if (absolute) {
    const [, year, month, day, hour = 0, minute = 0] = absolute.map(Number);
    const reading: WallClock = [year ?? 0, (month ?? 1) - 1, day ?? 1, hour || 0, minute || 0, 0];
    const [, actualMonth, actualDay] = wallClockAt(momentOf(reading, 'UTC'), 'UTC');
    if (actualMonth === reading[1] && actualDay === reading[2]) return momentOf(reading, when.timeZone);
  }
  if (RELATIVE.test(text)) return when.now.getTime() + durationOf(text);
  throw badRequest(
    `Date value '${written}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );
};

const UNITS: Readonly<Record<string, number>> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000 };

const durationOf = (text: string): number => {
  const sum = [...text.matchAll(/(\d+)([wdhm])/g)].reduce(
    (total, [, count, unit]) => total + Number(count) * (UNITS[unit ?? ''] ?? 0),
    0,
  );
  return text.startsWith('-') ? -sum : sum;
};

type Period = 'Day' | 'Week' | 'Month' | 'Year';
const PERIODS: readonly Period[] = ['Day', 'Week', 'Month', 'Year'];
const UNIT_OF: Readonly<Record<Period, string>> = { Day: 'd', Week: 'w', Month: 'M', Year: 'y' };

/** `now()`, `startOfDay()`, `endOfMonth("-1")` and their like. */
export const dateFunctions = (when: When): Readonly<Record<string, JqlFunction>> => ({
  now: () => [when.now.getTime()],
  ...Object.fromEntries(
    PERIODS.flatMap((period): [string, JqlFunction][] => [
      [`startOf${period}`, ([shift]) => [boundary(period, 0, shift, when)]],
      [`endOf${period}`, ([shift]) => [boundary(period, 1, shift, when) - 1]],
    ]),
  ),
});

/** The start of the period that holds now, `later` periods on, then moved by an increment such as `-1` or `+2w`. */
const boundary = (period: Period, later: number, shift: string | undefined, when: When): number => {
  const [year, month, day] = wallClockAt(when.now.getTime(), when.timeZone);
  const weekday = new Date(Date.UTC(year, month, day)).getUTCDay();
  const starts: Readonly<Record<Period, WallClock>> = {
    Day: [year, month, day + later, 0, 0, 0],
    Week: [year, month, day - weekday + 7 * later, 0, 0, 0],
    Month: [year, month + later, 1, 0, 0, 0],
    Year: [year + later, 0, 1, 0, 0, 0],
  };
  return momentOf(shifted(starts[period], shift, UNIT_OF[period]), when.timeZone);
};

const shifted = (reading: WallClock, shift: string | undefined, usualUnit: string): WallClock => {
  if (shift === undefined || shift === '') return reading;
  const match = /^([+-]?\d+)([yMwdhm]?)$/.exec(shift);
  if (!match)
    throw badRequest(`The increment '${shift}' is invalid. Valid ones look like '-1', '+2w' or '-3M'.`);
  const count = Number(match[1]);
  const unit = match[2] || usualUnit;
  const [year, month, day, hour, minute, second] = reading;
  return [
    year + (unit === 'y' ? count : 0),
    month + (unit === 'M' ? count : 0),
    day + (unit === 'w' ? 7 * count : unit === 'd' ? count : 0),
    hour + (unit === 'h' ? count : 0),
    minute + (unit === 'm' ? count : 0),
    second,
  ];
};
