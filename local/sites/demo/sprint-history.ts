import type { Sprint } from '../../jira/model';
import { DAY_MS, momentOn, sprintDay, workingMoment } from './calendar';
import { changeSprints, estimate, lastChange, moveTo, type Draft } from './issue-draft';
import { ROSTERS } from './people';
import { join, nameIn, type Telling } from './sprint-membership';
import { work, type Reach } from './work-history';
import { POINTS_FIELD, STATUS } from './workflow';

type SprintTelling = Telling & {
  readonly sprint: Sprint;
  readonly index: number;
  readonly write: (created: number) => Draft;
};

/**
 * One sprint: what was carried over and planned, what joined and left while it ran, what was finished. The counts are
 * drawn around the rates; the share that is finished (about four fifths) is ours, for the source does not tell it.
 */
export const runSprint = (
  telling: SprintTelling,
  carried: readonly Draft[],
  pool: readonly Draft[],
): { readonly carried: Draft[]; readonly backlog: Draft[] } => {
  const { random, rates } = telling;
  const waiting = random.shuffled(pool);
  const planned = plan(telling, Math.max(0, random.count(rates.atStart) - carried.length), waiting);
  const added = add(telling, random.count(rates.added), waiting);
  const members = random.shuffled([...carried, ...planned, ...added]);
  const leaving = new Set(
    members.slice(0, Math.min(random.count(rates.removed), Math.floor(members.length / 2))),
  );
  const left: Draft[] = [];
  for (const draft of members) {
    if (leaving.has(draft) && leave(telling, draft)) left.push(draft);
    else workInSprint(telling, draft);
  }
  const open = members.filter((draft) => !left.includes(draft) && draft.statusId !== STATUS.done);
  return { carried: complete(telling, open), backlog: [...waiting, ...left] };
};

/** Fills the sprint before it starts, partly from what has been waiting. Takes those out of `waiting`. */
const plan = (telling: SprintTelling, count: number, waiting: Draft[]): Draft[] => {
  const { calendar, index, random, sprint, write } = telling;
  const first = sprintDay(calendar, index);
  const taken = waiting.splice(0, Math.min(Math.round(count * 0.3), waiting.length));
  const fresh = Array.from({ length: count - taken.length }, () =>
    write(workingMoment(random, first - random.whole(4, 25))),
  );
  return [...taken, ...fresh].filter((draft) =>
    join(telling, draft, sprint.id, momentOn(first, 8, random.whole(56, 59)) - 600_000),
  );
};

/** Adds work while the sprint runs: what came up, and now and then what had been waiting. */
const add = (telling: SprintTelling, count: number, waiting: Draft[]): Draft[] => {
  const { calendar, index, random, sprint, write } = telling;
  const first = sprintDay(calendar, index);
  const added: Draft[] = [];
  for (let one = 0; one < count; one += 1) {
    const at = Math.max(workingMoment(random, first + random.whole(0, 11)), momentOn(first, 10));
    if (at >= calendar.end) continue;
    const old = random.chance(0.2) ? waiting.shift() : undefined;
    const draft =
      old ??
      write(random.chance(0.6) ? at - random.whole(10, 200) * 60_000 : at - random.whole(2, 15) * DAY_MS);
    if (join(telling, draft, sprint.id, at)) added.push(draft);
  }
  return added;
};

/** Takes an issue out of the running sprint, back to the backlog. Some had been started. */
const leave = (telling: SprintTelling, draft: Draft): boolean => {
  const { calendar, index, random, sprint, sprints, team } = telling;
  const started = Math.max(lastChange(draft), Date.parse(sprint.startDate!));
  const lastDay = sprintDay(calendar, index) + 11;
  const day = random.whole(Math.min(Math.floor(started / DAY_MS), lastDay), lastDay);
  const at = Math.max(workingMoment(random, day), started + random.whole(30, 120) * 60_000);
  if (at >= calendar.end) return false;
  const owner = ROSTERS[team][0];
  if (draft.statusId !== STATUS.toDo) moveTo(draft, at - 20_000, owner, STATUS.toDo, null);
  changeSprints(
    draft,
    at,
    owner,
    draft.sprintIds.filter((id) => id !== sprint.id),
    nameIn(sprints),
  );
  return true;
};

const workInSprint = (telling: SprintTelling, draft: Draft): void => {
  const { calendar, index, random, sprint, team } = telling;
  const first = sprintDay(calendar, index);
  const joined = Math.max(Math.floor(lastChange(draft) / DAY_MS), first);
  const day = Math.min(joined + random.whole(0, 6), first + 11);
  if (random.chance(0.05) && draft.fields[POINTS_FIELD] !== undefined) {
    const at = Math.max(lastChange(draft) + 300_000, Date.parse(sprint.startDate!) + 3_600_000);
    if (at < calendar.end) estimate(draft, at, random.pick(ROSTERS[team]), random.pick([3, 5, 8, 13]));
  }
  const reach: Reach = random.chance(0.84)
    ? 'done'
    : random.pick<Reach>(['nothing', 'started', 'started', 'review']);
  work(draft, day, first + 14, reach, calendar.end, random);
};

/** Closes the sprint: what is not done goes into the next one. The running sprint is not closed. */
const complete = (telling: SprintTelling, open: readonly Draft[]): Draft[] => {
  const { index, sprint, sprints, team } = telling;
  if (sprint.completeDate === null) return [];
  const next = sprints[index + 1]!;
  for (const draft of open) {
    changeSprints(
      draft,
      Date.parse(sprint.completeDate),
      ROSTERS[team][0],
      [...draft.sprintIds, next.id],
      nameIn(sprints),
    );
  }
  return [...open];
};
