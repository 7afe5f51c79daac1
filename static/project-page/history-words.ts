import type { Measure } from '../../src/domain/focus-share';
import type { Sprint } from '../../src/jira/boards';
import { formatDay, formatNumber, formatValue } from '../../src/domain/figure-words';
import { counted } from '../shared/sprint-words';
import type { SprintFigures, WorkSource } from './history-figures';
import type { HistoryShown } from './history-layout';

/** Where figures come from; of a sprint that runs they are those of now. */
export const sourceName = (source: WorkSource, state: Sprint['state']): string =>
  source === 'rebuilt' && state === 'active' ? 'Rebuilt so far' : SOURCE_NAMES[source];

const SOURCE_NAMES: Readonly<Record<WorkSource, string>> = {
  frozen: 'Frozen',
  rebuilt: 'Rebuilt',
  unknown: 'No figures',
  planned: 'Planned',
};

/** What a history tells, for who does not see its chart. The table behind it has the figures. */
export const inWords = ({ cycle, metric, checkIns, sprints, measure }: HistoryShown): string => {
  const value = (amount: number): string => formatValue(amount, metric.unit);
  const latest = checkIns.at(-1);
  const known = sprints.filter(({ work }) => work !== null);
  const done = known.reduce((sum, { work }) => sum + (work?.done[measure] ?? 0), 0);
  return [
    `From ${value(metric.baseline)} on ${formatDay(cycle.startDate)} to a target of ${value(metric.target)} on ${formatDay(cycle.endDate)}.`,
    latest
      ? `${counted(checkIns.length, 'check-in')}; the latest is ${value(latest.value)} on ${formatDay(latest.date)}.`
      : 'No check-ins yet.',
    ...(known.length === 0
      ? []
      : [`${counted(done, nounOf(measure))} done for it in ${counted(known.length, 'sprint')}.`]),
    ...(sprints.length === 0 ? [] : ['Every sprint stands in the table below.']),
  ].join(' ');
};

/** The work of one sprint in a line. */
export const workWords = ({ work, source }: SprintFigures, measure: Measure): string => {
  if (source === 'planned') return 'not started yet';
  if (work === null) return 'no figures';
  const { done, now, then } = work;
  const amounts = `${formatNumber(done[measure])} of ${counted(now[measure], nounOf(measure))} done, ${formatNumber(then[measure])} at the start`;
  return source === 'rebuilt' ? `${amounts} (rebuilt)` : amounts;
};

export const nounOf = (measure: Measure): string => (measure === 'points' ? 'point' : 'item');
