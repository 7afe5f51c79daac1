import type { BulkStage, DoneAction } from './bulk-store';
import { kindOf } from './bulk-job';
import { countDone, doneWords, issuesInWords, runningWords, type TitleOf } from './bulk-words';

/**
 * What screen readers are told of an action: that it runs, each quarter of it, and what has become of it, where neither
 * the line in the list nor the focus tells it.
 */
export const saidOf = (stage: BulkStage, done: readonly DoneAction[], titleOf: TitleOf): string => {
  if (stage.name === 'running') {
    const quarter = Math.floor(stage.share * 4) * 25;
    return `${runningWords(stage.job)} ${issuesInWords(stage.plan.length)}: ${quarter}%`;
  }
  const [last] = done;
  if (stage.name !== 'idle' || last === undefined) return '';
  const words = doneWords(last.job, countDone(last.plan), titleOf);
  if (last.isUndone) return `Undone: ${words}`;
  return kindOf(last.job.action) === 'labels' ? words : '';
};
