import type { Random } from '../../random';

/** Days are whole days since 1970 (UTC); moments are milliseconds. */
export type Calendar = {
  /** Everything that has happened lies before this moment: the last full day's end. */
  readonly end: number;
  /** The Monday on which the sprint that runs today began. */
  readonly activeSprintDay: number;
  readonly activeCycle: Span;
  readonly closedCycle: Span;
};

export type Span = { readonly first: number; readonly last: number };

export const DAY_MS = 86_400_000;
export const SPRINT_DAYS = 14;
export const CLOSED_SPRINTS = 10;
const CYCLE_DAYS = 91;

/**
 * The demo's calendar around a day. The running sprint began three to nine days ago, on a Monday, and the active cycle
 * with the third sprint before it, so that on any day of the year both are well under way.
 */
export const calendarAround = (today: Date): Calendar => {
  const day = Math.floor(today.getTime() / DAY_MS);
  const monday = day - weekday(day);
  const activeSprintDay = day - monday >= 3 ? monday : monday - 7;
  const first = activeSprintDay - 3 * SPRINT_DAYS;
  return {
    end: day * DAY_MS,
    activeSprintDay,
    activeCycle: { first, last: first + CYCLE_DAYS - 1 },
    closedCycle: { first: first - CYCLE_DAYS, last: first - 1 },
  };
};

/** The first day of a sprint; 0 is the oldest closed one, `CLOSED_SPRINTS` the active one. */
export const sprintDay = (calendar: Calendar, index: number): number =>
  calendar.activeSprintDay + (index - CLOSED_SPRINTS) * SPRINT_DAYS;

/** 0 for a Monday to 6 for a Sunday. */
export const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

export const isoDay = (day: number): string => isoMoment(day * DAY_MS).slice(0, 10);

export const isoMoment = (moment: number): string => new Date(moment).toISOString();

export const momentOn = (day: number, hour: number, minute = 0): number =>
  day * DAY_MS + (hour * 60 + minute) * 60_000;

/** A moment in working hours on the given day, or on the Friday before where that is a weekend. */
export const workingMoment = (random: Random, day: number): number => {
  const worked = day - Math.max(0, weekday(day) - 4);
  return momentOn(worked, random.whole(7, 16), random.whole(0, 59)) + random.whole(0, 59) * 1000;
};

/** "March to May 2026", or "November 2025 to January 2026". A few days of a month do not count. */
export const monthsOf = ({ first, last }: Span): string => {
  const [from, to] = [new Date((first + FEW_DAYS) * DAY_MS), new Date((last - FEW_DAYS) * DAY_MS)];
  const month = (date: Date): string => MONTHS[date.getUTCMonth()]!;
  const [fromYear, toYear] = [from.getUTCFullYear(), to.getUTCFullYear()];
  return `${month(from)}${fromYear === toYear ? '' : ` ${fromYear}`} to ${month(to)} ${toYear}`;
};

const FEW_DAYS = 10;

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore
