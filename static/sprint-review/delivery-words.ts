import type { Measure } from '../../src/domain/focus-share';
import { formatChange, formatNumber } from '../shared/format';

/** How the scope of the work went on since the start. */
export const deliveryWords = (then: number, now: number, measure: Measure): string => {
  const atStart = `${formatNumber(then)} ${then === 1 ? measure.slice(0, -1) : measure} at the start`;
  if (now === then) return `${atStart}, scope unchanged`;
  return `${atStart}, scope ${formatChange(now - then, '')} since`;
};
