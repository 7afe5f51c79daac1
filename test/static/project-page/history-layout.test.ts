import type { IsoInstant } from '../../../src/domain/dates';
import { historyLayout, type HistoryShown } from '../../../static/project-page/history-layout';
import { aCycle, aDay } from '../../builders/okrs';
import { aDatedSprint, someFigures, someWork } from './a-sprint-figure';

const shown = (over: Partial<HistoryShown> = {}): HistoryShown => ({
  cycle: aCycle({ startDate: aDay('2026-01-01'), endDate: aDay('2026-01-11') }),
  metric: { baseline: 10, target: 20, unit: '' },
  checkIns: [],
  today: aDay('2026-01-06'),
  sprints: [],
  measure: 'points',
  verdicts: [],
  ...over,
});
const checkIns = (...given: [day: string, value: number][]) =>
  given.map(([day, value]) => ({ date: aDay(day), value }));

/** As wide as a plot of 1,000 pixels needs, so that a day of the cycle is 100 of them. */
const layout = (over: Partial<HistoryShown> = {}) => historyLayout(shown(over), 1056, () => 0);
const LEFT = 48;

/** The corners of a path, with the plot's left edge at 0. */
const corners = (path: string | null): number[][] =>
  [...(path ?? '').matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x) - LEFT, Number(y)]);

describe('the chart of a key result', () => {
  it('expects a straight line from the baseline to the target', () => {
    const { expected, plot } = layout();
    expect(corners(expected)).toEqual([
      [0, plot.bottom],
      [1000, plot.top],
    ]);
  });

  it('begins at the baseline, and holds each value until the next check-in and the last one until today', () => {
    const { line, plot } = layout({ checkIns: checkIns(['2026-01-03', 15]) });
    const middle = (plot.top + plot.bottom) / 2;
    const places = corners(line);
    expect(places[0]).toEqual([0, plot.bottom]);
    expect(places).toContainEqual([200, plot.bottom]);
    expect(places).toContainEqual([200, middle]);
    expect(places.at(-1)).toEqual([500, middle]);
  });

  it('draws no line without check-ins', () => {
    expect(layout().line).toBeNull();
  });

  it('has room for values beyond the target and days before the cycle', () => {
    const chart = layout({ checkIns: checkIns(['2025-12-22', 0], ['2026-01-11', 30]) });
    expect(chart).toMatchObject({ first: '2025-12-22', last: '2026-01-11' });
    expect(chart.valueTicks.map(({ value }) => value)).toEqual([0, 10, 20, 30]);
    expect(chart.dots[0]).toEqual({ x: LEFT, y: chart.plot.bottom });
    expect(chart.dots[1]).toEqual({ x: LEFT + 1000, y: chart.plot.top });
  });

  it('marks today, and nothing when today is outside', () => {
    expect(layout().today).toBe(LEFT + 500);
    expect(layout({ today: aDay('2027-01-01') }).today).toBeNull();
  });

  it('leaves room at the side for the widest value', () => {
    expect(historyLayout(shown(), 600, () => 70).plot.left).toBe(78);
  });

  it('names no two days over each other, nor beyond the edges, however narrow it is', () => {
    for (const width of [140, 320, 700, 1600]) {
      const { dayTicks, plot } = historyLayout(shown(), width, () => 0);
      dayTicks.forEach(({ at }, index) => {
        expect(at).toBeGreaterThan(plot.left);
        expect(at).toBeLessThan(plot.right);
        if (index > 0) expect(at - dayTicks[index - 1]!.at).toBeGreaterThan(40);
      });
    }
  });

  it('marks a verdict where its sprint ended', () => {
    const given = {
      place: { kind: 'sprint', sprintId: 1 },
      endedOn: aDay('2026-01-04'),
      verdict: 'confirmed',
      learning: '',
      savedAt: '2026-01-04T10:00:00.000Z' as IsoInstant,
    } as const;
    expect(layout({ verdicts: [given] }).verdicts).toMatchObject([{ x: LEFT + 300, given }]);
  });
});

describe('the sprints under it', () => {
  const first = someFigures(aDatedSprint(1, '2025-12-30', '2026-01-03'), someWork(2, 4, 3));
  const second = someFigures(aDatedSprint(2, '2026-01-03', '2026-01-07'), someWork(8, 8, 8));
  const third = someFigures(aDatedSprint(3, '2026-01-07', '2026-01-15'));

  it('stand under their days, cut where the chart ends', () => {
    const { lanes } = layout({ sprints: [first, second, third] });
    expect(lanes).toHaveLength(1);
    expect(lanes[0]!.bands.map(({ left, right }) => [left, right].map((x) => Math.round(x) - LEFT))).toEqual([
      [0, 200],
      [200, 600],
      [600, 1000],
    ]);
  });

  it('have bars to one scale: what was done, of what there was at the end, and at the start', () => {
    const { lanes } = layout({ sprints: [first, second] });
    const { bars, bands } = lanes[0]!;
    const whole = bars.bottom - bands[1]!.bar!.top;
    const shareOf = (y: number): number => (bars.bottom - y) / whole;
    const { doneTop, top, thenAt } = bands[0]!.bar!;
    expect([shareOf(doneTop), shareOf(top), shareOf(thenAt)]).toEqual([0.25, 0.5, 0.375]);
  });

  it('have no bar where nothing is known', () => {
    expect(layout({ sprints: [third] }).lanes[0]!.bands[0]!.bar).toBeNull();
  });

  it('have a lane for each board, below each other', () => {
    const other = someFigures(aDatedSprint(4, '2026-01-03', '2026-01-07', { boardId: 2 }));
    const { lanes, height } = layout({ sprints: [first, second, other] });
    expect(lanes.map(({ bands }) => bands.map(({ figures }) => figures.sprint.id))).toEqual([[1, 2], [4]]);
    expect(lanes[1]!.strip.top).toBeGreaterThan(lanes[0]!.bars.bottom);
    expect(height).toBeGreaterThan(lanes[1]!.bars.bottom);
  });
});
