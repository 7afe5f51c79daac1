import { counted } from '../shared/sprint-words';
import { formatNumber } from '../../src/domain/figure-words';
import type { DatedSprint } from './cycle-sprints';
import type { RebuildRun } from './rebuild-store';

/** What is to be said of sprints without frozen figures, of which some may be rebuilt. */
export type RebuildWords = {
  readonly state: string;
  /** What the one button of the panel does. */
  readonly action: string;
  /** For who does not see the panel change. */
  readonly announcement: string;
};

export const rebuildWords = (
  sprints: readonly DatedSprint[],
  left: number,
  run: RebuildRun | null,
): RebuildWords => {
  const known = sprints.length - left;
  if (run?.isGoing) {
    return {
      state: `Rebuilding: ${formatNumber(run.done)} of ${counted(run.total, 'sprint')}, ${counted(run.issues, 'issue')} read. It goes on while you work elsewhere on this page.`,
      action: 'Stop',
      announcement: 'Rebuilding',
    };
  }
  const announcement = left === 0 ? 'All sprints are rebuilt' : `Stopped: ${left} not rebuilt yet`;
  // A team that had the app when its last sprint closed comes here for the one that runs.
  if (sprints.every(({ state }) => state === 'active')) {
    const names = sprints.map(({ name }) => name).join(', ');
    return {
      state: `${names}: figures are frozen at the close.${left === 0 ? ' These are those of now.' : ''}`,
      action: left === 0 ? 'Read them again' : 'Read those of now',
      announcement: known === 0 ? '' : announcement,
    };
  }
  return {
    state: [
      ...(left > 0 ? [`${counted(left, 'sprint')} without frozen figures.`] : []),
      ...(known > 0 ? [`${formatNumber(known)} of ${counted(sprints.length, 'sprint')} rebuilt.`] : []),
    ].join(' '),
    action: actionOf(known, left),
    announcement: known === 0 ? '' : announcement,
  };
};

const actionOf = (known: number, left: number): string => {
  if (left === 0) return 'Rebuild again';
  return known === 0
    ? `Rebuild ${counted(left, 'sprint')} from their histories`
    : `Go on with the other ${left}`;
};
