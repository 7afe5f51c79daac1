import { elapsedShare, type IsoDate } from './dates';
import { activeKeyResults, currentValue, type KeyResult, type Metric, type Objective } from './objective';

/**
 * How far a value has come from the baseline to the target: 0 at the baseline, 1 at the target, unclamped, so that
 * falling behind the baseline is negative and passing the target is above 1. Direction follows from the signs.
 */
export const progressOf = ({ baseline, target }: Metric, value: number): number =>
  (value - baseline) / (target - baseline);

/** Progress as it enters a roll-up, 0 to 1. */
export const clamp = (progress: number): number => Math.min(1, Math.max(0, progress));

/**
 * An objective's progress, 0 to 1: the weighted mean of its key results' clamped progress. All weights zero means equal;
 * archived key results do not count. `null` when there is nothing to count.
 */
export const objectiveProgress = (objective: Pick<Objective, 'keyResults'>): number | null => {
  const keyResults = activeKeyResults(objective);
  if (keyResults.length === 0) return null;
  const total = keyResults.reduce((sum, { weight }) => sum + weight, 0);
  const weightOf = ({ weight }: KeyResult): number => (total === 0 ? 1 / keyResults.length : weight / total);
  return clamp(
    keyResults.reduce(
      (sum, keyResult) =>
        sum + weightOf(keyResult) * clamp(progressOf(keyResult.metric, currentValue(keyResult))),
      0,
    ),
  );
};

/** The value a key result should have on a day, if it moved in a straight line from the cycle's start to its end. */
export const expectedValue = (
  { baseline, target }: Metric,
  cycle: { readonly startDate: IsoDate; readonly endDate: IsoDate },
  day: IsoDate,
): number => baseline + (target - baseline) * elapsedShare(cycle.startDate, cycle.endDate, day);
