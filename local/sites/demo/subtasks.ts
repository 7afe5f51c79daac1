import { isoMoment } from './calendar';
import { lastChange, moveTo, type Draft } from './issue-draft';
import { blank } from './issue-writer';
import { ROSTERS } from './people';
import type { Random } from '../../random';
import { SUBTASK_PHRASES } from './texts/phrases';
import { RESOLUTION, SPRINT_FIELD, STATUS, TYPE } from './workflow';

/** Splits some of the stories into parts. A part follows its story through the sprints and is done before it. */
export const subtasksOf = (stories: readonly Draft[], end: number, random: Random): Draft[] =>
  stories
    .filter((story) => story.typeId === TYPE.story && story.history.length > 2 && random.chance(0.16))
    .flatMap((story) =>
      random
        .shuffled(SUBTASK_PHRASES)
        .slice(0, random.whole(2, 3))
        .map((summary) => partOf(story, summary, end, random)),
    );

const partOf = (story: Draft, summary: string, end: number, random: Random): Draft => {
  const created = Math.min(
    Date.parse(story.created) + random.whole(5, 40) * 1000,
    Date.parse(story.history[0]!.created) - 1000,
  );
  const part: Draft = {
    ...blank(story.team, created, story.epic),
    typeId: TYPE.subtask,
    summary,
    parent: story,
  };
  part.assignee = story.assignee ?? random.pick(ROSTERS[story.team]);
  const author = part.assignee;
  for (const entry of story.history) {
    const [item] = entry.items;
    const at = Date.parse(entry.created);
    if (item?.fieldId === SPRINT_FIELD) {
      part.history.push({ ...entry, id: '' });
      part.updated = entry.created;
    } else if (item?.to === STATUS.inProgress && part.statusId === STATUS.toDo && random.chance(0.8)) {
      moveTo(part, at + 1000, author, STATUS.inProgress, null);
    } else if (item?.to === STATUS.done && part.statusId !== STATUS.done) {
      moveTo(
        part,
        Math.max(lastChange(part) + 1000, at - random.whole(60, 3000) * 1000),
        author,
        STATUS.done,
        RESOLUTION.done,
      );
    }
  }
  part.sprintIds = [...story.sprintIds];
  if (Date.parse(part.updated) >= end)
    throw new Error(`“${summary}” of “${story.summary}” changes after ${isoMoment(end)}.`);
  return part;
};
