import { scaleLinear, scaleUtc } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { CheckIn } from '../../src/domain/check-in';
import { addDays, type IsoDate } from '../../src/domain/dates';
import type { Measure } from '../../src/domain/focus-share';
import type { Metric } from '../../src/domain/objective';
import type { GivenVerdict } from '../../src/domain/verdict';
import type { SprintFigures } from './history-figures';
import { inLanes } from './sprint-lanes';

/** What a chart of a key result's history shows. */
export type HistoryShown = {
  readonly cycle: { readonly startDate: IsoDate; readonly endDate: IsoDate };
  readonly metric: Metric;
  /** Oldest first. */
  readonly checkIns: readonly Pick<CheckIn, 'date' | 'value'>[];
  readonly today: IsoDate;
  readonly sprints: readonly SprintFigures[];
  readonly measure: Measure;
  /** The latest first. */
  readonly verdicts: readonly GivenVerdict[];
};

/** Everything is in pixels from the upper left corner. */
export type HistoryLayout = {
  readonly height: number;
  readonly plot: Box;
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly valueTicks: readonly { readonly y: number; readonly value: number }[];
  /** `at` is where the name of the day stands. */
  readonly dayTicks: readonly { readonly x: number; readonly at: number; readonly day: Date }[];
  /** The value over time as a path, from the baseline at the cycle's start; `null` without check-ins. */
  readonly line: string | null;
  readonly dots: readonly Place[];
  readonly expected: string;
  readonly target: number;
  readonly today: number | null;
  readonly verdicts: readonly (Place & { readonly given: GivenVerdict })[];
  readonly lanes: readonly Lane[];
};

export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};
export type Place = { readonly x: number; readonly y: number };

/** A board's sprints beside each other: a strip with their names, and under it a bar for the work of each. */
export type Lane = {
  readonly strip: Box;
  readonly bars: Box;
  readonly bands: readonly Band[];
};

export type Band = {
  readonly figures: SprintFigures;
  readonly left: number;
  readonly right: number;
  /** `null` where the work is not known, or there is none yet. */
  readonly bar: WorkBar | null;
};

/** A bar stands on the ground of its lane; `doneTop` and `top` are how high it is filled and how high it is in all. */
export type WorkBar = {
  readonly left: number;
  readonly right: number;
  readonly doneTop: number;
  readonly top: number;
  /** How high the bar was at the sprint's start. */
  readonly thenAt: number;
};

/**
 * Lays out a key result's history: its value over its cycle, under it each sprint with the work that served it.
 * Whatever lies outside of the cycle is inside the chart.
 *
 * @param widthOf - How wide the name of a value is; the plot begins beside the widest.
 */
export const historyLayout = (
  shown: HistoryShown,
  width: number,
  widthOf: (value: number) => number,
): HistoryLayout => {
  const { cycle, metric, checkIns, today, verdicts } = shown;
  const [first, last] = daysOf(shown);
  const top = verdicts.length > 0 ? VERDICTS : GAP;
  const bottom = top + PLOT;
  const values = [metric.baseline, metric.target, ...checkIns.map(({ value }) => value)];
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [bottom, top]).nice(TICKS);
  const left = Math.max(LEAST_LEFT, ...y.ticks(TICKS).map(widthOf)) + GAP;
  const plot: Box = { left, right: width - MARGIN, top, bottom };
  const x = scaleUtc([dateOf(first), dateOf(last)], [plot.left, plot.right]).clamp(true);
  const place = (day: IsoDate, value: number): Place => ({ x: x(dateOf(day)), y: y(value) });

  const dots = checkIns.map(({ date, value }) => place(date, value));
  const startsBefore = checkIns.some(({ date }) => date <= cycle.startDate);
  const latest = checkIns.at(-1);
  // A value holds until the next check-in; what comes after today nobody knows.
  const until = latest && today > latest.date ? [place(today < last ? today : last, latest.value)] : [];
  const before = startsBefore ? [] : [place(cycle.startDate, metric.baseline)];
  const lanes = lanesOf(shown, plot, (day) => x(dateOf(day)));
  return {
    height: (lanes.at(-1)?.bars.bottom ?? plot.bottom + DAYS) + GAP,
    plot,
    first,
    last,
    valueTicks: y.ticks(TICKS).map((value) => ({ y: y(value), value })),
    dayTicks: dayTicksOf(
      (count) => x.ticks(count),
      (day) => x(day),
      plot,
    ),
    line: latest === undefined ? null : stepped([...before, ...dots, ...until]),
    dots,
    expected: straight([place(cycle.startDate, metric.baseline), place(cycle.endDate, metric.target)]) ?? '',
    target: y(metric.target),
    today: first <= today && today <= last ? x(dateOf(today)) : null,
    verdicts: verdicts.map((given) => ({ x: x(dateOf(given.endedOn)), y: VERDICTS / 2, given })),
    lanes,
  };
};

/** About as wide as a character of a label. */
export const CHARACTER = 6.5;

const MARGIN = 8;
/** Room for what stands beside the bars. */
const LEAST_LEFT = 40;
const GAP = 8;
/** The row of verdicts over the plot, the row of days under it, the strip of a lane and its bars. */
const VERDICTS = 24;
const PLOT = 168;
const DAYS = 20;
const STRIP = 20;
const BARS = 64;
/** Room for the number over the highest bar. */
const BAR_LABEL = 16;
const TICKS = 4;
/** Room for the name of a day. */
const DAY_NAME = 44;
const MOST_BAR_WIDTH = 40;

const daysOf = ({ cycle, checkIns }: HistoryShown): readonly [IsoDate, IsoDate] => {
  const days = [cycle.startDate, cycle.endDate, ...checkIns.map(({ date }) => date)].sort();
  const first = days[0] ?? cycle.startDate;
  const last = days.at(-1) ?? cycle.endDate;
  return [first, last > first ? last : addDays(first, 1)];
};

/** As many days at even steps as have room for their names, which do not stand out at the edges. */
const dayTicksOf = (
  daysAt: (count: number) => Date[],
  x: (day: Date) => number,
  { left, right }: Box,
): HistoryLayout['dayTicks'] => {
  for (let count = Math.floor((right - left) / DAY_NAME); count > 0; count -= 1) {
    const ticks = daysAt(count).map((day) => {
      const at = Math.min(right - DAY_NAME / 2, Math.max(left + DAY_NAME / 2, x(day)));
      return { x: x(day), at, day };
    });
    if (ticks.every(({ at }, index) => index === 0 || at - ticks[index - 1]!.at >= DAY_NAME)) return ticks;
  }
  return [];
};

const lanesOf = ({ sprints, measure }: HistoryShown, plot: Box, x: (day: IsoDate) => number): Lane[] => {
  const most = Math.max(
    1,
    ...sprints.map(({ work }) => (work ? Math.max(work.now[measure], work.then[measure]) : 0)),
  );
  return inLanes(sprints).map((own, index) => {
    const top = plot.bottom + DAYS + index * (STRIP + BARS + GAP);
    const strip: Box = { left: plot.left, right: plot.right, top, bottom: top + STRIP };
    const bars: Box = { ...strip, top: strip.bottom, bottom: strip.bottom + BARS };
    const height = scaleLinear([0, most], [bars.bottom, bars.top + BAR_LABEL]);
    const bands = own.map((figures): Band => {
      const left = x(figures.sprint.from);
      const right = x(figures.sprint.until);
      return { figures, left, right, bar: barOf(figures, measure, { left, right }, height) };
    });
    return { strip, bars, bands };
  });
};

const barOf = (
  { work }: SprintFigures,
  measure: Measure,
  { left, right }: { readonly left: number; readonly right: number },
  height: (amount: number) => number,
): WorkBar | null => {
  if (work === null) return null;
  const half = Math.min(MOST_BAR_WIDTH, Math.max(2, (right - left) * 0.6)) / 2;
  const middle = (left + right) / 2;
  return {
    left: middle - half,
    right: middle + half,
    doneTop: height(work.done[measure]),
    top: height(work.now[measure]),
    thenAt: height(work.then[measure]),
  };
};

const stepped = line<Place>(
  ({ x }) => x,
  ({ y }) => y,
).curve(curveStepAfter);

const straight = line<Place>(
  ({ x }) => x,
  ({ y }) => y,
);

const dateOf = (day: IsoDate): Date => new Date(`${day}T00:00:00Z`);
