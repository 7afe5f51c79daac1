import { addDays, daysBetween, type IsoDate } from './dates';

/** How often a board without sprints plans: every so many weeks, counted from a day on which a period begins. */
export type Rhythm = { readonly weeks: (typeof RHYTHM_WEEKS)[number]; readonly firstDay: IsoDate };

export const RHYTHM_WEEKS = [2, 4] as const;

/** A stretch of a rhythm. Both days belong to it. */
export type Period = { readonly start: IsoDate; readonly end: IsoDate };

/** What holds until a team sets its own: two weeks that begin on a Monday. */
export const USUAL_RHYTHM: Rhythm = { weeks: 2, firstDay: '2026-01-05' as IsoDate };

/** The period that a day lies in, also before the rhythm's first day. */
export const periodOn = ({ weeks, firstDay }: Rhythm, day: IsoDate): Period => {
  const length = weeks * 7;
  const start = addDays(firstDay, Math.floor(daysBetween(firstDay, day) / length) * length);
  return { start, end: addDays(start, length - 1) };
};

/** So many periods before the given one, newest first. */
export const periodsBefore = (rhythm: Rhythm, period: Period, count: number): Period[] => {
  const periods: Period[] = [];
  for (let current = period; periods.length < count;) {
    current = periodOn(rhythm, addDays(current.start, -1));
    periods.push(current);
  }
  return periods;
};

/** Whether a period of the rhythm begins on the day. */
export const beginsPeriod = (rhythm: Rhythm, day: IsoDate): boolean => periodOn(rhythm, day).start === day;
