import type { Board } from '../../local/jira/model';
import { count } from './cases';
import { calmly, doSomethingAt, newPoints, takeOut, workOn } from './issue-story';
import { backlogOf, create, join, leave, estimate, remove, say, tagAs, transition } from './people';
import type { SprintRates } from './rates';
import { ACCEPTED, DOING, FINISHED } from './site';
import { anyTag } from './tags';
import { DAY, HOUR, MINUTE, isDone, iso, type Item, type Sprint, type World } from './world';

export type Teller = {
  readonly rates: readonly SprintRates[];
  /** How many sprints are still to be told of. */
  left: number;
  /** Called some time after the close of each. */
  readonly afterwards: (sprint: Sprint) => Promise<void>;
};

/** Tells of a board's sprint from its planning on; before it is over the next one is planned. */
export const tellSprint = async (world: World, teller: Teller, board: Board): Promise<void> => {
  if (teller.left === 0) return;
  teller.left -= 1;
  const { random, agenda } = world;
  const rate = random.pick(teller.rates);
  const sprint = await planSprint(world, board, rate.atStart);
  const { startsAt, closesAt } = sprint;
  const between = (from: number, to: number): number => from + Math.floor(random.next() * (to - from));

  for (let one = 0; one < rate.atStart; one += 1) {
    const at = between(world.now(), startsAt);
    agenda.add(at, () => plan(world, sprint));
  }
  if (sprint.startDate !== iso(startsAt)) count(world.cases, 'started before it was activated');
  agenda.add(startsAt, () => start(world, sprint, rate.done));
  for (let one = 0; one < rate.added; one += 1) {
    agenda.add(between(startsAt, closesAt), () => add(world, sprint, rate.done));
  }
  for (let one = 0; one < rate.removed; one += 1) {
    calmly(world, between(startsAt, closesAt), async () => {
      if (sprint.state === 'active' && sprint.members.size > 0) {
        await takeOut(world, random.pick([...sprint.members]), sprint);
      }
    });
  }
  if (random.chance(0.1)) agenda.add(between(startsAt, closesAt), () => redate(world, sprint));
  if (random.chance(0.25)) calmly(world, between(startsAt, closesAt), () => retagEpic(world, sprint));
  agenda.add(Math.max(startsAt + MINUTE, closesAt - between(HOUR, 2 * DAY)), () =>
    tellSprint(world, teller, board),
  );
  agenda.add(closesAt, () => close(world, teller, sprint));
};

const planSprint = async (world: World, board: Board, room: number): Promise<Sprint> => {
  const { random } = world;
  const startsAt = world.now() + random.whole(8 * HOUR, 2 * DAY);
  const closesAt = startsAt + random.whole(DAY, 10 * DAY);
  // People date a sprint to when it was to start, and start it later.
  const dated = random.chance(0.75) ? startsAt : startsAt - random.whole(1, 7 * HOUR);
  const ends = closesAt + random.whole(-DAY, DAY);
  const { id } = (await world.ask('POST', '/rest/agile/1.0/sprint', {
    name: `Sprint ${world.log.length}`,
    originBoardId: board.id,
  })) as { readonly id: number };
  world.log.push({ what: 'sprint', sprint: id, board: board.id });
  const sprint: Sprint = {
    id,
    board,
    state: 'future',
    members: new Set(),
    room,
    startsAt,
    closesAt,
    startDate: iso(dated),
    endDate: iso(ends),
  };
  world.open.add(sprint);
  return sprint;
};

/** One issue more for a sprint that is to come, if what was carried over leaves room. */
const plan = async (world: World, sprint: Sprint): Promise<void> => {
  const { random, agenda } = world;
  if (sprint.members.size >= sprint.room) return;
  const item = await bring(world, sprint);
  const sometime = (): number => world.now() + Math.floor(random.next() * (sprint.startsAt - world.now()));
  const whileThere = (what: () => Promise<void>) => async () => {
    if (item.sprint === sprint) await what();
  };
  if (random.chance(0.1))
    agenda.add(
      sometime(),
      whileThere(() => transition(world, item, ACCEPTED)),
    );
  if (random.chance(0.03))
    agenda.add(
      sometime(),
      whileThere(() => transition(world, item, FINISHED)),
    );
  if (random.chance(0.1))
    agenda.add(
      sometime(),
      whileThere(() => estimate(world, item, newPoints(world))),
    );
  if (random.chance(0.04))
    agenda.add(
      sometime(),
      whileThere(() => leave(world, item, sprint)),
    );
  const dated = Date.parse(sprint.startDate);
  if (random.chance(0.03) && dated > world.now()) doSomethingAt(world, item, sprint, dated);
};

/** A new issue or one that waited, now in the sprint: created there, without a line in its history, or moved in. */
const bring = async (world: World, sprint: Sprint): Promise<Item> => {
  const { random } = world;
  const { board } = sprint;
  const waiting = random.chance(0.35) ? takeWaiting(world, board) : null;
  if (waiting !== null) {
    await join(world, waiting, sprint);
    return waiting;
  }
  const isForeign = random.chance(0.06);
  const projectId = (isForeign ? random.pick(world.boards).projectId : board.projectId)!;
  const isCreatedThere = random.chance(0.5);
  const item = await create(world, {
    projectId,
    parent: random.chance(0.75) ? random.pick(world.epics.get(projectId)!) : null,
    points: newPoints(world),
    tag: anyTag(random, 0.6),
    sprint: isCreatedThere ? sprint : null,
  });
  if (!isCreatedThere) await join(world, item, sprint);
  return item;
};

const takeWaiting = (world: World, board: Board): Item | null => {
  const backlog = backlogOf(world, board);
  while (backlog.length > 0) {
    const [item] = backlog.splice(world.random.whole(0, backlog.length - 1), 1);
    if (item && !item.isGone && item.sprint === null) return item;
  }
  return null;
};

const start = async (world: World, sprint: Sprint, doneShare: number): Promise<void> => {
  const { startDate, endDate } = sprint;
  const ends = endDate > startDate ? endDate : iso(Date.parse(startDate) + DAY);
  sprint.endDate = ends;
  await world.ask('POST', `/rest/agile/1.0/sprint/${sprint.id}`, {
    state: 'active',
    startDate,
    endDate: ends,
  });
  sprint.state = 'active';
  say(world, { what: 'started', sprint: sprint.id, startDate });
  for (const item of sprint.members) {
    count(world.cases, 'at the start');
    if (isDone(sprint, item)) count(world.cases, 'done before the start');
    if (item.points === null) count(world.cases, 'without an estimate');
    workOn(world, item, sprint, sprint.startsAt, doneShare);
  }
  await freeze(world, sprint, 'start');
};

const add = async (world: World, sprint: Sprint, doneShare: number): Promise<void> => {
  if (sprint.state !== 'active') return;
  const { random } = world;
  const others = [...world.open].flatMap((other) => (other.board === sprint.board ? [] : [...other.members]));
  const near = others.filter(({ projectId }) => projectId === sprint.board.projectId);
  if (near.length > 0 && random.chance(0.08)) {
    // An issue of another project may be away from where searches look, and searches trail: it moves when nothing is frozen.
    calmly(world, world.now(), async () => {
      const item = random.pick(near);
      if (sprint.state !== 'active' || item.isGone) return;
      await join(world, item, sprint);
      workOn(world, item, sprint, world.now(), doneShare);
    });
    return;
  }
  const item = await bring(world, sprint);
  workOn(world, item, sprint, world.now(), doneShare);
};

/** Somebody corrects the dates of a sprint that runs. */
const redate = async (world: World, sprint: Sprint): Promise<void> => {
  const { random } = world;
  const startDate = iso(Math.min(world.now(), sprint.startsAt + random.whole(-DAY, DAY)));
  if (sprint.state !== 'active' || startDate === sprint.startDate) return;
  sprint.endDate = iso(Math.max(Date.parse(sprint.endDate), Date.parse(startDate) + DAY));
  await world.ask('POST', `/rest/agile/1.0/sprint/${sprint.id}`, { startDate, endDate: sprint.endDate });
  sprint.startDate = startDate;
  say(world, { what: 'redated', sprint: sprint.id, startDate });
  count(world.cases, 'sprint dates edited');
};

const retagEpic = async (world: World, sprint: Sprint): Promise<void> => {
  const { random } = world;
  const epics = [...sprint.members].flatMap(({ parent }) => (parent === null ? [] : [parent]));
  if (sprint.state !== 'active' || epics.length === 0) return;
  await tagAs(world, random.pick(epics), anyTag(random, 0.2));
  count(world.cases, 'tag of the epic changed in the sprint');
};

const close = async (world: World, teller: Teller, sprint: Sprint): Promise<void> => {
  const { random, agenda } = world;
  await world.ask('POST', `/rest/agile/1.0/sprint/${sprint.id}`, { state: 'closed' });
  sprint.state = 'closed';
  world.open.delete(sprint);
  say(world, { what: 'closed', sprint: sprint.id });
  if (sprint.endDate < iso(world.now())) count(world.cases, 'closed late');
  const members = [...sprint.members];
  for (const item of members) item.sprint = null;
  await freeze(world, sprint, 'close');

  const next = [...world.open].find(({ board }) => board === sprint.board) ?? null;
  for (const item of members) {
    if (isDone(sprint, item)) lookAfter(world, sprint, item);
    else if (next !== null && random.chance(0.6)) carryOver(world, item, next);
    else backlogOf(world, sprint.board).push(item);
  }
  const days = random.pick([0.01, 0.1, 0.25, 0.5, 1, 3]);
  agenda.add(world.now() + Math.floor(days * DAY * (0.5 + random.next())), () => teller.afterwards(sprint));
};

/** At once, as Jira itself does when it completes a sprint, or a little later. */
const carryOver = (world: World, item: Item, next: Sprint): void => {
  const delay = world.random.chance(0.5) ? 0 : world.random.whole(1, HOUR);
  world.agenda.add(world.now() + delay, async () => {
    if (item.isGone || item.sprint !== null) return;
    const hasRoom = next.state !== 'closed' && (next.state === 'active' || next.members.size < next.room);
    if (!hasRoom) return void backlogOf(world, next.board).push(item);
    count(world.cases, 'carried over');
    await join(world, item, next);
  });
};

/** What is done is changed now and then all the same. */
const lookAfter = (world: World, sprint: Sprint, item: Item): void => {
  const { random } = world;
  const later = (): number => world.now() + random.whole(MINUTE, DAY);
  if (random.chance(0.06)) {
    calmly(world, later(), async () => {
      await tagAs(world, item, anyTag(random, 0.3));
      count(world.cases, 'tag changed after the close');
    });
  }
  if (random.chance(0.04)) {
    world.agenda.add(later(), async () => {
      await remove(world, item);
      count(world.cases, 'deleted after the close');
    });
  }
  if (random.chance(0.05)) {
    world.agenda.add(later(), async () => {
      await transition(world, item, DOING);
      if (!item.isGone) backlogOf(world, sprint.board).push(item);
    });
  }
};

const FREEZES_AFTER_MS = 60_000;

/** The platform tells the app at once; the app lets searches catch up before it looks. */
const freeze = async (world: World, sprint: Sprint, phase: 'start' | 'close'): Promise<void> => {
  const { deliveries } = world.app.standIn;
  world.freezing += 1;
  await deliveries.settled();
  world.agenda.add(
    world.now() + FREEZES_AFTER_MS,
    async () => {
      await deliveries.settled();
      world.freezing -= 1;
      say(world, { what: 'frozen', sprint: sprint.id, phase });
    },
    2,
  );
};
