import type { CheckedIn } from '../../src/contract/project-page';
import { cycleCovers, type Cycle } from '../../src/domain/cycle';
import { isIsoDate } from '../../src/domain/dates';
import { formatDay, formatValue } from '../../src/domain/figure-words';

/** What to say when a check-in is saved; of one that is not the newest also where it went. */
export const savedWords = ({
  objective,
  checkIn: { id, keyResultId, value, date },
}: CheckedIn): { readonly title: string; readonly description?: string } => {
  const keyResult = objective.keyResults.find((one) => one.id === keyResultId);
  const latest = keyResult?.latest ?? null;
  const title = `Checked in ${formatValue(value, keyResult?.metric.unit ?? '')} for ${formatDay(date)}`;
  if (latest === null || latest.id === id) return { title };
  return {
    title,
    description: `It is in the history. The newer value of ${formatDay(latest.date)} stays the current one.`,
  };
};

/** What to say of a day that the cycle does not cover; it may be meant all the same. */
export const outsideWords = (cycle: Cycle, date: string): string | null =>
  !isIsoDate(date) || cycleCovers(cycle, date)
    ? null
    : `This day is outside of ${cycle.name} (${formatDay(cycle.startDate)} – ${formatDay(cycle.endDate)}).`;
