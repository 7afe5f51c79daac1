import type { Metric } from '../../src/domain/objective';
import { progressOf } from '../../src/domain/progress';

/**
 * Places values of a metric on a line that always holds baseline and target, and reaches as far beyond them as the
 * values do. Answers positions from 0 (left) to 1; towards the target is always to the right, so that a metric that is
 * to fall reads like one that is to rise.
 */
export const trackScale = (metric: Metric, values: readonly number[]): ((value: number) => number) => {
  const progress = values.map((value) => progressOf(metric, value));
  const from = Math.min(0, ...progress);
  const to = Math.max(1, ...progress);
  return (value) => (progressOf(metric, value) - from) / (to - from);
};
