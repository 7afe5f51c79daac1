import type { ArchiveObjective, SaveObjective } from '../contract/project-page';
import { fail } from '../contract/outcome';
import type { ObjectiveView } from '../contract/views';
import type { Objective } from '../domain/objective';
import type { Caller } from '../platform/caller';
import { createObjective, loadObjectives } from '../storage/objectives';
import { loadLists, saveList, type ObjectiveList } from '../storage/plan';
import type { Versioned } from '../storage/record';
import { jqlMayHaveChanged } from './ask-for-jql-refresh';
import { changeObjective, checkCycleIsOpen } from './change-objective';
import { changeUntilKept } from './change-until-kept';
import { viewOf, type Rights } from './rights';
import type { Editable, savesObjective } from './who-may';

/** Creates an objective or changes its title, description and owner. Its cycle and scope are for good. */
export const saveObjective = async (
  caller: Caller,
  input: SaveObjective,
  { read, rights }: Awaited<ReturnType<typeof savesObjective>>,
): Promise<ObjectiveView> => {
  await checkCycleIsOpen(read?.value ?? input);
  const saved = read ? await change(caller, input, { read, rights }) : await create(caller, input, rights);
  return viewOf(caller, rights, saved);
};

/** Archives an objective or brings it back. Nothing is lost: its history and tags stay. */
export const archiveObjective = async (
  caller: Caller,
  { archived, expectedRevision }: ArchiveObjective,
  { read, rights }: Editable,
): Promise<ObjectiveView> => {
  await checkCycleIsOpen(read.value);
  const changed = await changeObjective(caller, read, (objective) => {
    if (objective.archived === archived) return objective;
    const { revision } = unchanged(caller, rights, objective, expectedRevision);
    return { ...objective, archived, revision: revision + 1 };
  });
  await jqlMayHaveChanged(caller.now);
  return viewOf(caller, rights, changed);
};

const create = async (caller: Caller, input: SaveObjective, rights: Rights): Promise<Objective> => {
  const { expectedRevision: _new, ...fields } = input;
  const objective: Objective = { ...fields, archived: false, keyResults: [], revision: 0 };
  const readList = async () => (await loadLists([objective.scope]))[0]!;
  const { existing } = await changeUntilKept(
    await readList(),
    readList,
    async ({ value }) => ({
      existing: await findOwnFirstTry(caller, objective, rights),
      isListed: value.entries.some(({ objectiveId }) => objectiveId === objective.id),
    }),
    async (found, list) =>
      (found.existing !== null && found.isListed) || write(objective, found.existing === null, list),
  );
  return existing ?? objective;
};

/** `false` when the list was changed since it was read, or has to be read again because it was only now begun. */
const write = async (
  objective: Objective,
  isNew: boolean,
  list: Versioned<ObjectiveList>,
): Promise<boolean> => {
  const { id, cycleId, scope } = objective;
  if (list.recordRevision === null) {
    await saveList(scope, list.value, list);
    return false;
  }
  const joined = { ...list.value, entries: [...list.value.entries, { objectiveId: id, cycleId }] };
  return isNew ? createObjective(objective, joined, list) : saveList(scope, joined, list);
};

/**
 * What an earlier try of the same create has written; `null` when the id is free. It may be taken by something else, of
 * which nothing is told.
 */
const findOwnFirstTry = async (
  caller: Caller,
  objective: Objective,
  rights: Rights,
): Promise<Objective | null> => {
  const [existing] = await loadObjectives([objective.id]);
  if (!existing) return null;
  const isSamePlace =
    existing.value.cycleId === objective.cycleId &&
    JSON.stringify(existing.value.scope) === JSON.stringify(objective.scope);
  if (isSamePlace && hasFields(existing.value, objective)) return existing.value;
  return fail({
    code: 'conflict',
    message:
      'An objective with this id was saved before with other values. Nothing was changed. Reload to see it.',
    ...(isSamePlace ? { current: viewOf(caller, rights, existing.value) } : {}),
  });
};

const change = (caller: Caller, input: SaveObjective, { read, rights }: Editable): Promise<Objective> =>
  changeObjective(caller, read, (objective) => {
    if (hasFields(objective, input)) return objective;
    const { revision } = unchanged(caller, rights, objective, input.expectedRevision);
    const { title, description, owner } = input;
    return { ...objective, title, description, owner, revision: revision + 1 };
  });

type Fields = Pick<Objective, 'title' | 'description' | 'owner'>;

const hasFields = (objective: Objective, { title, description, owner }: Fields): boolean =>
  objective.title === title && objective.description === description && objective.owner === owner;

const unchanged = (
  caller: Caller,
  rights: Rights,
  objective: Objective,
  expectedRevision: number | null,
): Objective => {
  if (objective.revision === expectedRevision) return objective;
  return fail({
    code: 'conflict',
    message:
      'Somebody else changed this objective meanwhile. Theirs is kept; look at it and save yours again if you still want it.',
    current: viewOf(caller, rights, objective),
  });
};
