import { DAY_MS, workingMoment, type Calendar } from './calendar';
import { lastChange, moveTo, type Draft } from './issue-draft';
import { ROSTERS } from './people';
import type { Random } from '../../random';
import { RESOLUTION, STATUS } from './workflow';

/**
 * Closes what the closed cycle left behind: most of the work that nobody took up again is given up, and an epic is done
 * when all its children are. Epics that are worked on are in progress.
 */
export const epicHistory = (
  epics: readonly Draft[],
  issues: readonly Draft[],
  calendar: Calendar,
  random: Random,
): void => {
  for (const epic of epics) {
    const children = issues.filter((issue) => issue.parent === epic);
    const owner = ROSTERS[epic.team][0];
    if (epic.epic!.window === 'past') giveUp(children, owner, calendar, random);
    if (children.length > 0) moveTo(epic, lastChange(epic) + DAY_MS, owner, STATUS.inProgress, null);
    const last = Math.max(...children.map(lastChange), lastChange(epic));
    const at = workingMoment(random, Math.floor(last / DAY_MS) + 1);
    const finished =
      epic.epic!.window === 'past' && children.every((child) => child.statusId === STATUS.done);
    if (finished && at > lastChange(epic) && at < calendar.end)
      moveTo(epic, at, owner, STATUS.done, RESOLUTION.done);
  }
};

const giveUp = (children: readonly Draft[], owner: string, calendar: Calendar, random: Random): void => {
  for (const child of children) {
    const waiting = child.statusId === STATUS.toDo && child.sprintIds.length === 0;
    const at = workingMoment(random, calendar.activeCycle.first + 15);
    if (waiting && lastChange(child) < at && random.chance(0.85))
      moveTo(child, at, owner, STATUS.done, RESOLUTION.wontDo);
  }
};
