import type { Board } from '../../local/jira/model';
import { POINTS_FIELD, SPRINT_FIELD } from '../builders/a-site';
import { count } from './cases';
import type { TagSaid } from './log';
import { TODO } from './site';
import { isDone, iso, type Item, type Sprint, type World } from './world';

/** What people do to issues, each through Jira's REST API, with a line in the log. */

export type NewItem = {
  readonly projectId: string;
  readonly kind?: 'epic' | 'story' | 'sub-task';
  readonly parent?: Item | null;
  readonly points?: number | null;
  readonly sprint?: Sprint | null;
  readonly tag?: TagSaid | null;
};

const TYPES = { epic: '1', story: '2', 'sub-task': '3' } as const;
const ISSUE = '/rest/api/3/issue';
const TAG = 'throughline-tag';

export const create = async (world: World, wanted: NewItem): Promise<Item> => {
  const { projectId, kind = 'story', parent = null, points = null, sprint = null, tag = null } = wanted;
  const made = (await world.ask('POST', ISSUE, {
    fields: {
      project: { id: projectId },
      issuetype: { id: TYPES[kind] },
      summary: `A ${kind}`,
      ...(parent === null ? {} : { parent: { id: parent.id } }),
      ...(points === null ? {} : { [POINTS_FIELD]: points }),
      ...(sprint === null ? {} : { [SPRINT_FIELD]: sprint.id }),
    },
    ...(tag === null ? {} : { properties: [{ key: TAG, value: stored(tag) }] }),
  })) as { readonly id: string; readonly key: string };
  const item: Item = {
    ...made,
    projectId,
    isSubtask: kind === 'sub-task',
    parent,
    points,
    status: TODO,
    tag,
    sprint: null,
    been: new Set(),
    subtasks: [],
    isGone: false,
  };
  if (item.isSubtask) parent!.subtasks.push(item);
  say(world, {
    what: 'issue',
    issue: item.id,
    project: projectId,
    isSubtask: item.isSubtask,
    parent: parent?.id ?? null,
    points,
    status: TODO,
    sprint: sprint?.id ?? null,
    tag,
  });
  if (sprint) place(world, item, sprint);
  if (sprint?.state === 'active') count(world.cases, 'created in the running sprint');
  return item;
};

export const estimate = async (world: World, item: Item, points: number | null): Promise<void> => {
  if (item.isGone || item.points === points) return;
  await world.ask('PUT', `${ISSUE}/${item.id}`, { fields: { [POINTS_FIELD]: points } });
  say(world, { what: 'points', issue: item.id, points });
  item.points = points;
  if (item.sprint?.state === 'active') count(world.cases, 're-estimated in the sprint');
};

export const transition = async (world: World, item: Item, status: string): Promise<void> => {
  if (item.isGone || item.status === status) return;
  const { sprint } = item;
  const wasDone = sprint !== null && isDone(sprint, item);
  await world.ask('POST', `${ISSUE}/${item.id}/transitions`, { transition: { id: status } });
  say(world, { what: 'status', issue: item.id, status });
  item.status = status;
  const outside = [...item.been].some(
    (each) => each.state === 'active' && each !== sprint && isDone(each, item),
  );
  if (outside) count(world.cases, 'finished while outside');
  if (sprint?.state === 'active' && wasDone && !isDone(sprint, item)) count(world.cases, 'reopened');
};

export const join = async (world: World, item: Item, sprint: Sprint): Promise<void> => {
  if (item.isGone || sprint.state === 'closed' || item.sprint === sprint) return;
  const from = item.sprint;
  await world.ask('POST', `/rest/agile/1.0/sprint/${sprint.id}/issue`, { issues: [item.id] });
  say(world, { what: 'moved', issue: item.id, sprint: sprint.id });
  if (sprint.state === 'active') {
    count(world.cases, item.been.has(sprint) ? 'left and joined again' : 'added');
  }
  if (from?.state === 'active') {
    count(world.cases, 'removed');
    if (from.board !== sprint.board) count(world.cases, 'moved to another board’s sprint');
    if (from.board.projectId !== sprint.board.projectId)
      count(world.cases, 'moved to another project’s board');
  }
  place(world, item, sprint);
};

export const leave = async (world: World, item: Item, sprint: Sprint): Promise<void> => {
  if (item.isGone || item.sprint !== sprint) return;
  await world.ask('POST', '/rest/agile/1.0/backlog/issue', { issues: [item.id] });
  say(world, { what: 'moved', issue: item.id, sprint: null });
  if (sprint.state === 'active') count(world.cases, 'removed');
  place(world, item, null);
};

export const tagAs = async (world: World, item: Item, tag: TagSaid | null): Promise<void> => {
  if (item.isGone || (tag === null && item.tag === null)) return;
  const path = `${ISSUE}/${item.id}/properties/${TAG}`;
  await (tag === null ? world.ask('DELETE', path) : world.ask('PUT', path, stored(tag)));
  say(world, { what: 'tag', issue: item.id, tag });
  item.tag = tag;
};

export const moveUnder = async (world: World, item: Item, parent: Item): Promise<void> => {
  if (item.isGone || item.parent === parent) return;
  await world.ask('PUT', `${ISSUE}/${item.id}`, { fields: { parent: { id: parent.id } } });
  say(world, { what: 'parent', issue: item.id, parent: parent.id });
  item.parent = parent;
};

/** Edits that no ledger asks for, so that those that it does ask for are far down in the history. */
export const rename = async (world: World, item: Item, times: number): Promise<void> => {
  for (let time = 0; time < times && !item.isGone; time += 1) {
    await world.ask('PUT', `${ISSUE}/${item.id}`, { fields: { summary: `Renamed ${world.now()} ${time}` } });
  }
};

export const remove = async (world: World, item: Item): Promise<void> => {
  if (item.isGone) return;
  const query = item.subtasks.length > 0 ? '?deleteSubtasks=true' : '';
  await world.ask('DELETE', `${ISSUE}/${item.id}${query}`);
  for (const each of [...item.subtasks, item]) {
    each.isGone = true;
    say(world, { what: 'deleted', issue: each.id });
  }
  if (item.sprint?.state === 'active') count(world.cases, 'deleted in the sprint');
  item.sprint?.members.delete(item);
};

/** A log entry of this moment. */
export const say = (world: World, entry: object): void => {
  world.log.push({ at: iso(world.now()), ...entry } as World['log'][number]);
  world.lastSaid = world.now();
};

export const backlogOf = (world: World, board: Board): Item[] => world.backlogs.get(board)!;

const stored = (tag: TagSaid): unknown => ({ version: 1, ...tag });

const place = (world: World, item: Item, sprint: Sprint | null): void => {
  item.sprint?.members.delete(item);
  item.sprint = sprint;
  if (sprint === null) return;
  sprint.members.add(item);
  item.been.add(sprint);
  for (const child of item.subtasks) child.sprint = sprint;
  if (sprint.state === 'active') tellWhat(world, item, sprint);
};

const tellWhat = ({ cases }: World, item: Item, sprint: Sprint): void => {
  if (item.points === null) count(cases, 'without an estimate');
  if (item.projectId !== sprint.board.projectId) count(cases, 'of another project');
};
