import type { DeliveryOverSprint } from '../../../src/domain/ledger-sums';
import type { DatedSprint } from '../../../static/project-page/cycle-sprints';
import type { SprintFigures } from '../../../static/project-page/history-figures';
import { aDay } from '../../builders/okrs';

export const aDatedSprint = (
  id: number,
  from: string,
  until: string,
  over: Partial<DatedSprint> = {},
): DatedSprint => ({
  id,
  name: `Team Sprint ${id}`,
  state: 'closed',
  startDate: `${from}T09:00:00.000Z`,
  endDate: `${until}T08:00:00.000Z`,
  completeDate: `${until}T08:30:00.000Z`,
  goal: null,
  boardId: 1,
  from: aDay(from),
  until: aDay(until),
  ...over,
});

/** Points done, in all at the end, and at the start; as many items as points. */
export const someWork = (done: number, now: number, then: number): DeliveryOverSprint => ({
  done: { items: done, points: done },
  now: { items: now, points: now },
  then: { items: then, points: then },
});

export const someFigures = (sprint: DatedSprint, work: DeliveryOverSprint | null = null): SprintFigures => ({
  sprint,
  source: work ? 'frozen' : 'unknown',
  work,
  values: { atStart: 10, atEnd: 12 },
  verdict: null,
});
