/** A wall clock's reading, as `Date.UTC` takes it: months from 0. */
export type WallClock = readonly [
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
];

/** What a wall clock in the zone shows at a moment. */
export const wallClockAt = (moment: number, timeZone: string): WallClock => {
  const parts = formatter(timeZone).formatToParts(moment);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return [read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second')];
};

/** The moment at which a wall clock in the zone shows this; of readings out of range the excess carries over. */
export const momentOf = (reading: WallClock, timeZone: string): number => {
  const asUtc = Date.UTC(...reading);
  const guess = asUtc - offsetAt(asUtc, timeZone);
  return asUtc - offsetAt(guess, timeZone);
};

const offsetAt = (moment: number, timeZone: string): number =>
  Date.UTC(...wallClockAt(moment, timeZone)) - Math.floor(moment / 1000) * 1000;

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatter = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timeZone, made);
  return made;
};
