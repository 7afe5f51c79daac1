import type { BulkStage, DoneAction } from './bulk-store';
import { countDone, doneWords, issuesInWords, runningWords, type TitleOf } from './bulk-words';

/** What screen readers are told of an action: that it runs, each quarter of it, and what has become of it. */
export const saidOf = (stage: BulkStage, [last]: readonly DoneAction[], titleOf: TitleOf): string => {
  if (stage.name === 'running') {
    const quarter = Math.floor(stage.share * 4) * 25;
    return `${runningWords(stage.job)} ${issuesInWords(stage.plan.length)}: ${quarter}%`;
  }
  if (stage.name === 'ended') {
    return `${doneWords(stage.job, countDone(stage.plan), titleOf)}, of ${issuesInWords(stage.plan.length)}`;
  }
  if (stage.name === 'choosing' || last === undefined) return '';
  return doneWords(
    last.isUndone ? { ...last.job, undoes: last.job } : last.job,
    countDone(last.plan),
    titleOf,
  );
};
