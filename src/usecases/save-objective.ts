import type { ArchiveObjective, SaveObjective } from '../contract/project-page';
import { fail } from '../contract/outcome';
import type { ObjectiveView } from '../contract/views';
import type { Objective, Scope } from '../domain/objective';
import type { Caller } from '../platform/caller';
import { createObjective, loadObjectives } from '../storage/objectives';
import { loadLists, saveList } from '../storage/plan';
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
  return viewOf(caller, rights, changed);
};

const create = async (caller: Caller, input: SaveObjective, rights: Rights): Promise<Objective> => {
  const { expectedRevision: _new, ...fields } = input;
  const objective: Objective = { ...fields, archived: false, keyResults: [], revision: 0 };
  // The piece first, the pointer last: a create that is cut off in between and tried again finds itself.
  const stored = (await createObjective(objective))
    ? objective
    : await findOwnFirstTry(caller, objective, rights);
  await addToList(objective.scope, objective);
  return stored;
};

/** The id is taken: by this very create, sent before, or by something else, of which nothing is told. */
const findOwnFirstTry = async (caller: Caller, objective: Objective, rights: Rights): Promise<Objective> => {
  const [existing] = await loadObjectives([objective.id]);
  const isSamePlace =
    existing?.value.cycleId === objective.cycleId &&
    JSON.stringify(existing.value.scope) === JSON.stringify(objective.scope);
  if (existing && isSamePlace && hasFields(existing.value, objective)) return existing.value;
  return fail({
    code: 'conflict',
    message:
      'An objective with this id was saved before with other values. Nothing was changed. Reload to see it.',
    ...(existing && isSamePlace ? { current: viewOf(caller, rights, existing.value) } : {}),
  });
};

const addToList = async (scope: Scope, { id, cycleId }: Objective): Promise<void> => {
  const read = async () => (await loadLists([scope]))[0]!;
  await changeUntilKept(
    await read(),
    read,
    ({ value }) =>
      value.entries.some(({ objectiveId }) => objectiveId === id)
        ? value
        : { ...value, entries: [...value.entries, { objectiveId: id, cycleId }] },
    async (list, current) => list === current.value || saveList(scope, list, current),
  );
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
