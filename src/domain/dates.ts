/** A calendar day, `YYYY-MM-DD`. Days compare as strings. */
export type IsoDate = string & { readonly __date: 'day' };
/** A moment, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type IsoInstant = string & { readonly __date: 'instant' };

const DAY_IN_MS = 86_400_000;

/** Whether the text is a day that exists in the calendar (`2025-02-30` is not one). */
export const isIsoDate = (text: string): text is IsoDate => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().slice(0, 10) === text;
};

/** The day (UTC) on which a moment lies. */
export const dayOf = (instant: string): IsoDate => new Date(instant).toISOString().slice(0, 10) as IsoDate;

/** Whole days from one day to another; negative when `to` lies before `from`. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_IN_MS);

/** The day that lies `days` after the given one. */
export const addDays = (day: IsoDate, days: number): IsoDate =>
  dayOf(new Date(Date.parse(day) + days * DAY_IN_MS).toISOString());

/**
 * The share of the time from `start` to the end of the day `end` that has passed on `day`, from 0 to 1.
 * The first day counts as 0 and the last as 1, so that a value expected "by the end" is expected in full on the last day.
 */
export const elapsedShare = (start: IsoDate, end: IsoDate, day: IsoDate): number => {
  const whole = daysBetween(start, end);
  if (whole <= 0) return day < start ? 0 : 1;
  return Math.min(1, Math.max(0, daysBetween(start, day) / whole));
};
