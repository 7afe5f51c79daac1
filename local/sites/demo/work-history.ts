import type { Draft } from './issue-draft';
import { assignTo, lastChange, moveTo } from './issue-draft';
import { DAY_MS, workingMoment } from './calendar';
import { PEOPLE, ROSTERS } from './people';
import type { Random } from '../../random';
import { RESOLUTION, STATUS } from './workflow';

/** How far one stretch of work takes an issue. */
export type Reach = 'nothing' | 'started' | 'review' | 'done';

/**
 * Somebody takes the issue up on `day` and works on it until `lastDay`: assigned, in progress, in review, done, and now
 * and then sent back once. Nothing is told that happens at or after `end`.
 */
export const work = (
  draft: Draft,
  day: number,
  lastDay: number,
  reach: Reach,
  end: number,
  random: Random,
): void => {
  if (reach === 'nothing') return;
  const author = draft.assignee ?? random.pick(ROSTERS[draft.team].slice(1));
  const step = (wanted: number, tell: (at: number) => void): boolean => {
    const at = Math.max(workingMoment(random, wanted), lastChange(draft) + random.whole(4, 90) * 60_000);
    if (at >= Math.min(end, lastDay * DAY_MS + 7 * 3_600_000)) return false;
    tell(at);
    return true;
  };
  const to = (wanted: number, statusId: string): boolean =>
    step(wanted, (at) => moveTo(draft, at, author, statusId, RESOLUTION.done));

  if (draft.assignee === null && !step(day, (at) => assignTo(draft, at, author, named(author)))) return;
  if (draft.statusId === STATUS.toDo && !to(day, STATUS.inProgress)) return;
  if (reach === 'started') return;
  const review = day + random.whole(1, 3);
  if (draft.statusId === STATUS.inProgress && !to(review, STATUS.inReview)) return;
  if (reach === 'review') return;
  const back = random.chance(0.06) && to(review, STATUS.inProgress) && to(review + 1, STATUS.inReview);
  to(review + random.whole(0, 2) + (back ? 1 : 0), STATUS.done);
};

export const named = (accountId: string): { id: string; name: string } => ({
  id: accountId,
  name: PEOPLE.find((person) => person.accountId === accountId)?.displayName ?? accountId,
});
