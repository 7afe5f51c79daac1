import { checkInOn, type CheckIn } from './check-in';
import { dayOf, type IsoDate } from './dates';
import type { Metric } from './objective';
import { expectedValue, progressOf } from './progress';

/** The days between which a sprint's movement is read. `end` is `null` while the sprint runs. */
export type SprintSpan = { readonly start: IsoDate; readonly end: IsoDate | null };

/** What a key result's value did over a sprint. Values are in its unit, progress is unclamped. */
export type Movement = {
  readonly atStart: number;
  readonly now: number;
  readonly expected: number;
  /** `now - atStart`. */
  readonly change: number;
  /** The change as a share of the way from baseline to target; positive is towards the target. */
  readonly progressChange: number;
};

/**
 * A key result's movement over a sprint: its value at the start (the last check-in at or before that day, else the
 * baseline), its value at the sprint's close or today, and the value expected then (linear over the cycle).
 */
export const movementOver = (
  span: SprintSpan,
  today: IsoDate,
  metric: Metric,
  cycle: { readonly startDate: IsoDate; readonly endDate: IsoDate },
  checkIns: readonly Pick<CheckIn, 'id' | 'value' | 'date' | 'createdAt'>[],
): Movement => {
  const end = span.end ?? today;
  const valueOn = (day: IsoDate): number => checkInOn(checkIns, day)?.value ?? metric.baseline;
  const atStart = valueOn(span.start);
  const now = valueOn(end);
  return {
    atStart,
    now,
    expected: expectedValue(metric, cycle, end),
    change: now - atStart,
    progressChange: progressOf(metric, now) - progressOf(metric, atStart),
  };
};

/**
 * The days of a sprint, from Jira's moments. A closed sprint ends when it was completed, which may be days after it was
 * meant to. `null` when the sprint was never started.
 */
export const spanOf = (sprint: {
  readonly state: string;
  readonly startDate?: string | null | undefined;
  readonly endDate?: string | null | undefined;
  readonly completeDate?: string | null | undefined;
}): SprintSpan | null => {
  if (!sprint.startDate || sprint.state === 'future') return null;
  const closedOn = sprint.completeDate ?? sprint.endDate;
  return {
    start: dayOf(sprint.startDate),
    end: sprint.state === 'closed' && closedOn ? dayOf(closedOn) : null,
  };
};
