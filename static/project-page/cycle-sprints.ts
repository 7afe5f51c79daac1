import { MOST_SPRINTS_OF_WORK } from '../../src/contract/sprint-review';
import type { Cycle } from '../../src/domain/cycle';
import { dayOf, type IsoDate } from '../../src/domain/dates';
import type { Sprint } from '../../src/jira/boards';
import { overlaps } from './sprint-groups';

/** A sprint with the days between which it ran, or is meant to. */
export type DatedSprint = Sprint & { readonly from: IsoDate; readonly until: IsoDate };

/**
 * The sprints of a cycle, the earliest first; of very many the latest. One that only ends on its first day, or begins on
 * its last, is not of the cycle, and those without dates are left out.
 */
export const sprintsOf = (sprints: readonly Sprint[], cycle: Cycle): DatedSprint[] =>
  sprints
    .filter((sprint) => overlaps(sprint, cycle))
    .map(dated)
    .filter((sprint) => sprint !== null)
    .filter(({ from, until }) => cycle.startDate < until && from < cycle.endDate)
    .sort((a, b) => a.from.localeCompare(b.from) || a.id - b.id)
    .slice(-MOST_SPRINTS_OF_WORK);

/** Those of them that were started, so that there is work to ask for. */
export const started = (sprints: readonly DatedSprint[]): DatedSprint[] =>
  sprints.filter(({ state }) => state !== 'future');

const dated = (sprint: Sprint): DatedSprint | null => {
  const { state, startDate, endDate, completeDate } = sprint;
  const end = state === 'closed' ? (completeDate ?? endDate) : endDate;
  return startDate === null || end === null ? null : { ...sprint, from: dayOf(startDate), until: dayOf(end) };
};
