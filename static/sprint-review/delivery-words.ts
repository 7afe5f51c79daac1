import type { Measure } from '../../src/domain/focus-share';
import type { DeliveryOverSprint } from '../../src/domain/ledger-sums';
import { formatChange, formatNumber } from '../../src/domain/figure-words';

/** What delivery is told in. Points tell nothing of work that nobody estimated. */
export const measureOf = ({ then, now }: DeliveryOverSprint, isEstimated: boolean): Measure =>
  isEstimated && then.points + now.points > 0 ? 'points' : 'items';

/** How the scope of the work went on since the start. */
export const deliveryWords = (then: number, now: number, measure: Measure): string => {
  const atStart = `${formatNumber(then)} ${then === 1 ? measure.slice(0, -1) : measure} at the start`;
  if (now === then) return `${atStart}, scope unchanged`;
  return `${atStart}, scope ${formatChange(now - then, '')} since`;
};
