import { addDays, daysBetween, type IsoDate } from '../../src/domain/dates';
import type { CheckIn } from '../../src/domain/check-in';
import type { Metric } from '../../src/domain/objective';

/** A place in the chart, in percent of its width and, from the top, of its height. */
export type Place = { readonly x: number; readonly y: number };

export type ChartGeometry = {
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly low: number;
  readonly high: number;
  /** The value over time, from the baseline at the cycle's start. */
  readonly line: readonly Place[];
  /** One place a check-in. */
  readonly dots: readonly Place[];
  /** From the baseline at the cycle's start to the target at its end. */
  readonly expected: readonly [Place, Place];
  /** Where today is, or `null` outside of the chart. */
  readonly today: number | null;
};

/** Lays out a key result's check-ins, oldest first, over its cycle; whatever lies outside of the cycle is inside the chart. */
export const chartGeometry = (
  cycle: { readonly startDate: IsoDate; readonly endDate: IsoDate },
  metric: Metric,
  checkIns: readonly Pick<CheckIn, 'date' | 'value'>[],
  today: IsoDate,
): ChartGeometry => {
  const days = [cycle.startDate, cycle.endDate, ...checkIns.map(({ date }) => date)].sort();
  const values = [metric.baseline, metric.target, ...checkIns.map(({ value }) => value)];
  const first = days[0] ?? cycle.startDate;
  const last = later(days.at(-1) ?? cycle.endDate, addDays(first, 1));
  const low = Math.min(...values);
  const high = Math.max(...values);
  const place = (day: IsoDate, value: number): Place => ({
    x: (daysBetween(first, day) / daysBetween(first, last)) * 100,
    y: ((high - value) / (high - low)) * 100,
  });
  const start = place(cycle.startDate, metric.baseline);
  const dots = checkIns.map(({ date, value }) => place(date, value));
  const startsBefore = checkIns.some(({ date }) => date <= cycle.startDate);
  return {
    first,
    last,
    low,
    high,
    line: startsBefore || dots.length === 0 ? dots : [start, ...dots],
    dots,
    expected: [start, place(cycle.endDate, metric.target)],
    today: first <= today && today <= last ? place(today, low).x : null,
  };
};

const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
