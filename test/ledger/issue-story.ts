import { count } from './cases';
import { create, estimate, join, leave, moveUnder, remove, rename, tagAs, transition } from './people';
import { ACCEPTED, DOING, FINISHED, TODO } from './site';
import { anyTag } from './tags';
import { MINUTE, isDone, type Item, type Sprint, type World } from './world';

/** What becomes of an issue in a sprint that runs, from a moment to its close. */
export const workOn = (world: World, item: Item, sprint: Sprint, from: number, doneShare: number): void => {
  const { random, agenda } = world;
  const { closesAt } = sprint;
  const sometime = (after = from): number => after + Math.floor(random.next() * (closesAt - after));
  const at = (moment: number, what: () => Promise<void>): void =>
    agenda.add(Math.min(moment, closesAt), () => (isThere(item, sprint) ? what() : NOTHING));
  const perhaps = (chance: number, what: () => void): void => {
    if (random.chance(chance)) what();
  };

  perhaps(0.8, () => at(sometime(), () => transition(world, item, DOING)));
  perhaps(doneShare, () => finish(world, item, at, sometime));
  if (isDone(sprint, item)) perhaps(0.3, () => at(sometime(), () => reopen(world, item)));
  perhaps(0.15, () => at(sometime(), () => estimate(world, item, newPoints(world))));
  perhaps(0.05, () => at(sometime(), () => estimate(world, item, newPoints(world))));
  perhaps(0.08, () => calmly(world, sometime(), () => retag(world, item, sprint)));
  perhaps(0.05, () => calmly(world, sometime(), () => reparent(world, item, sprint)));
  perhaps(0.02, () => at(sometime(), () => remove(world, item)));
  perhaps(0.009, () => at(sometime(), () => renameOften(world, item)));
  perhaps(0.07, () => at(sometime(), () => addSubtask(world, item, sprint)));
  perhaps(0.04, () => doSomethingAt(world, item, sprint, closesAt));
};

/** Takes an issue out of the sprint; it may be finished outside, and it may come back. */
export const takeOut = async (world: World, item: Item, sprint: Sprint): Promise<void> => {
  const { random, agenda } = world;
  if (!isThere(item, sprint)) return;
  const left = world.now();
  const to = otherSprint(world, sprint);
  if (to !== null && random.chance(0.35)) await join(world, item, to);
  else await leave(world, item, sprint);
  const sometime = (after: number): number => after + Math.floor(random.next() * (sprint.closesAt - after));
  if (random.chance(0.35)) {
    agenda.add(sometime(left), () => transition(world, item, random.pick([FINISHED, ACCEPTED])));
  }
  if (random.chance(0.3)) {
    calmly(world, sometime(left), async () => {
      if (sprint.state !== 'active' || item.isGone) return;
      await join(world, item, sprint);
      if (random.chance(0.4)) calmly(world, sometime(world.now()), () => takeOut(world, item, sprint));
    });
  }
};

/** Something that a ledger looks at, at a given moment: before or after what else is done then. */
export const doSomethingAt = (world: World, item: Item, sprint: Sprint, moment: number): void => {
  const { random, agenda } = world;
  const what = random.pick(['estimate', 'status', 'leave', 'both', 'in and out'] as const);
  const happen = async (): Promise<void> => {
    if (item.isGone || item.sprint !== sprint) return;
    count(
      world.cases,
      moment === sprint.closesAt
        ? 'changed at the very moment of the close'
        : 'changed at the very moment of the start',
    );
    if (what === 'estimate' || what === 'both') await estimate(world, item, newPoints(world));
    if (what === 'status' || what === 'both') await transition(world, item, random.pick([TODO, ACCEPTED]));
    if (what === 'leave' || what === 'both' || what === 'in and out') await leave(world, item, sprint);
    if (what === 'in and out') await join(world, item, sprint);
  };
  agenda.add(moment, happen, random.pick([-1, 1]));
};

/** While nothing is being frozen: searches trail by less than freezing waits, but what they show of this is as it was. */
export const calmly = (world: World, moment: number, happen: () => Promise<void>): void =>
  world.agenda.add(moment, async () => {
    if (world.freezing === 0) await happen();
    else calmly(world, world.now() + MINUTE, happen);
  });

export const newPoints = ({ random }: World): number | null =>
  random.chance(0.12) ? null : random.pick([0, 0.5, 1, 2, 3, 5, 8, 13]);

const NOTHING = Promise.resolve();

const isThere = (item: Item, sprint: Sprint): boolean =>
  !item.isGone && item.sprint === sprint && sprint.state === 'active';

type At = (moment: number, what: () => Promise<void>) => void;

const finish = (world: World, item: Item, at: At, sometime: (after?: number) => number): void => {
  const { random } = world;
  const done = sometime();
  at(done, () => transition(world, item, random.chance(0.7) ? ACCEPTED : FINISHED));
  if (!random.chance(0.12)) return;
  const again = sometime(done);
  at(again, () => reopen(world, item));
  if (random.chance(0.5)) at(sometime(again), () => transition(world, item, ACCEPTED));
};

const reopen = (world: World, item: Item): Promise<void> =>
  transition(world, item, world.random.pick([TODO, DOING]));

const retag = async (world: World, item: Item, sprint: Sprint): Promise<void> => {
  if (!isThere(item, sprint)) return;
  await tagAs(world, item, anyTag(world.random, 0.3));
  count(world.cases, 'own tag changed in the sprint');
};

const reparent = async (world: World, item: Item, sprint: Sprint): Promise<void> => {
  if (!isThere(item, sprint)) return;
  await moveUnder(world, item, world.random.pick(world.epics.get(item.projectId)!));
  count(world.cases, 'moved to another epic in the sprint');
};

const renameOften = async (world: World, item: Item): Promise<void> => {
  await rename(world, item, 45);
  count(world.cases, 'more than 40 changes since the start');
};

/** A sub-task has an estimate and a status of its own, which count for nothing. */
const addSubtask = async (world: World, item: Item, sprint: Sprint): Promise<void> => {
  const { projectId } = item;
  const points = newPoints(world);
  const subtask = await create(world, {
    projectId,
    kind: 'sub-task',
    parent: item,
    points,
    tag: anyTag(world.random, 0.5),
  });
  subtask.sprint = sprint;
  if (world.random.chance(0.5)) await transition(world, subtask, ACCEPTED);
  count(world.cases, 'sub-task');
};

/** Another sprint that is not over: mostly of the same project. */
const otherSprint = ({ random, open }: World, { board, id }: Sprint): Sprint | null => {
  const others = [...open].filter((sprint) => sprint.id !== id);
  const near = others.filter((sprint) => sprint.board.projectId === board.projectId);
  const from = near.length > 0 && random.chance(0.6) ? near : others;
  return from.length === 0 ? null : random.pick(from);
};
