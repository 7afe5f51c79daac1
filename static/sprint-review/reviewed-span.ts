import type { SprintReviewView } from '../../src/contract/sprint-review';
import type { IntentPlace } from '../../src/domain/sprint-intent';
import { spanOf, type SprintSpan } from '../../src/domain/sprint-movement';

type Reviewed = Pick<SprintReviewView, 'sprint' | 'period' | 'today'>;

/** The sprint or period that is reviewed, as intents and verdicts name it; `null` where there is none. */
export const placeOfView = ({ sprint, period }: Reviewed, boardId: number): IntentPlace | null => {
  if (sprint) return { kind: 'sprint', sprintId: sprint.id };
  return period && { kind: 'period', boardId, start: period.start };
};

/** The days between which values are read; `null` of a sprint that has not started. */
export const spanOfView = ({ sprint, period, today }: Reviewed): SprintSpan | null => {
  if (sprint) return spanOf(sprint);
  if (period === null || period.start > today) return null;
  return { start: period.start, end: period.end < today ? period.end : null };
};
