import { chartGeometry } from '../../../static/project-page/chart-geometry';
import { aCycle, aDay } from '../../builders/okrs';

const cycle = aCycle({ startDate: aDay('2026-01-01'), endDate: aDay('2026-01-11') });
const metric = { baseline: 10, target: 20, unit: '' };
const chartOf = (...checkIns: [day: string, value: number][]) =>
  chartGeometry(
    cycle,
    metric,
    checkIns.map(([day, value]) => ({ date: aDay(day), value })),
    aDay('2026-01-06'),
  );

describe('a chart of check-ins', () => {
  it('expects a straight line from the baseline to the target', () => {
    expect(chartOf().expected).toEqual([
      { x: 0, y: 100 },
      { x: 100, y: 0 },
    ]);
  });

  it('begins at the baseline when the first check-in came later', () => {
    expect(chartOf(['2026-01-06', 15]).line).toEqual([
      { x: 0, y: 100 },
      { x: 50, y: 50 },
    ]);
  });

  it('draws no line without check-ins', () => {
    expect(chartOf().line).toEqual([]);
  });

  it('has room for values beyond the target and days before the cycle', () => {
    const chart = chartOf(['2025-12-22', 0], ['2026-01-11', 30]);
    expect(chart).toMatchObject({ first: '2025-12-22', low: 0, high: 30 });
    expect(chart.dots).toEqual([
      { x: 0, y: 100 },
      { x: 100, y: 0 },
    ]);
  });

  it('marks today, and nothing when today is outside', () => {
    expect(chartOf().today).toBe(50);
    expect(chartGeometry(cycle, metric, [], aDay('2027-01-01')).today).toBeNull();
  });
});
