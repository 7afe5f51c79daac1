import { dayOf, type IsoDate } from '../../src/domain/dates';
import { spanOf } from '../../src/domain/sprint-movement';
import type { Sprint } from '../../src/jira/boards';

/**
 * The days whose cycles a sprint's review is about. A sprint that runs late reaches to today; one without dates is about
 * today.
 */
export const periodOf = (
  sprint: Pick<Sprint, 'state' | 'startDate' | 'endDate' | 'completeDate'>,
  today: IsoDate,
): { readonly start: IsoDate; readonly end: IsoDate } => {
  const span = spanOf(sprint);
  const start = span?.start ?? (sprint.startDate ? dayOf(sprint.startDate) : today);
  const planned = sprint.endDate ? dayOf(sprint.endDate) : start;
  if (sprint.state === 'closed') return inOrder(start, span?.end ?? planned);
  return inOrder(start, sprint.state === 'active' && today > planned ? today : planned);
};

const inOrder = (start: IsoDate, end: IsoDate): { readonly start: IsoDate; readonly end: IsoDate } => ({
  start,
  end: end < start ? start : end,
});
