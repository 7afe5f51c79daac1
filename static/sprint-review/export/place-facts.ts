import { dayOf, type IsoDate } from '../../../src/domain/dates';
import { formatDay } from '../../../src/domain/figure-words';
import { STATE_NAMES } from '../../shared/sprint-words';
import { sourceWords } from '../source-words';
import type { Exported } from './exported';

/** Which sprint or period was reviewed, and where its figures come from. */
export type PlaceFacts = {
  readonly name: string;
  readonly board: string;
  readonly state: string;
  readonly start: IsoDate | null;
  /** The day on which it ended, or is to end. */
  readonly end: IsoDate | null;
  readonly goal: string;
  readonly source: string;
  /** What cannot be known, a sentence each. */
  readonly unknown: readonly string[];
};

export const placeFacts = ({ review, boardName }: Omit<Exported, 'words'>): PlaceFacts => {
  const { sprint, period, today } = review.view;
  const { label, unknown } = sourceWords(review);
  const common = { board: boardName ?? '', source: label, unknown };
  if (sprint) {
    const end = (sprint.state === 'closed' && sprint.completeDate) || sprint.endDate;
    return {
      ...common,
      name: sprint.name,
      state: STATE_NAMES[sprint.state],
      start: sprint.startDate ? dayOf(sprint.startDate) : null,
      end: end ? dayOf(end) : null,
      goal: sprint.goal ?? '',
    };
  }
  return {
    ...common,
    name: period ? `${formatDay(period.start)} to ${formatDay(period.end)}` : '',
    state: period && period.end < today ? 'over' : 'running',
    start: period?.start ?? null,
    end: period?.end ?? null,
    goal: '',
  };
};
