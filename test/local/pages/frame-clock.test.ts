import { shiftClock } from '../../../local/pages/frame-side/clock';

const RealDate = Date;
afterEach(() => {
  globalThis.Date = RealDate;
  RealDate.prototype.constructor = RealDate;
});

const WEEK = 7 * 24 * 60 * 60 * 1000;

test('now is the stand-in’s in every way of asking', () => {
  const real = Date.now();
  shiftClock(WEEK);
  for (const now of [Date.now(), new Date().getTime(), Date.parse(Date())]) {
    expect(now - real).toBeGreaterThanOrEqual(WEEK - 1000);
    expect(now - real).toBeLessThan(WEEK + 5000);
  }
});

test('a given moment stays what it is', () => {
  shiftClock(WEEK);
  expect(new Date('2026-01-02T03:04:05Z').toISOString()).toBe('2026-01-02T03:04:05.000Z');
  expect(new Date(2026, 0, 2)).toEqual(new RealDate(2026, 0, 2));
  expect(Date.UTC(2026, 0)).toBe(RealDate.UTC(2026, 0));
  expect(new Date() instanceof Date).toBe(true);
});
