import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/** What is in sight, and the line that has the focus wherever it is: a line that is not drawn loses it. */
export const rangeWith = (range: Range, active: number): number[] => {
  const shown = defaultRangeExtractor(range);
  if (active >= range.count || shown.includes(active)) return shown;
  return active < (shown[0] ?? 0) ? [active, ...shown] : [...shown, active];
};
