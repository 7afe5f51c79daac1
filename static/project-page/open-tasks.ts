import { objectiveIdOf, type ObjectiveId } from '../../src/domain/ids';
import { createCell, type Cell } from '../shared/state-cell';
import type { Task } from './task';
import type { KeptForm } from '../shared/open-task';

/** The forms that are open in a cycle, each with how often it was asked for. */
export type OpenTasks = ReadonlyMap<string, number>;

export type TaskStore = {
  readonly subscribe: Cell<State>['subscribe'];
  /** The forms that are open in each cycle; the same object as long as none is opened or closed. */
  readonly get: () => State;
  /** Opens one more form, and leaves the others; asks again for one that is open. */
  readonly open: (cycleId: string, task: Task) => void;
  readonly close: (cycleId: string, task: Task) => void;
  readonly keep: <Form extends KeptForm>(cycleId: string, task: Task, make: () => Form) => Form;
  /** Whether the person was not taken yet to where they asked to be; answers `true` once for each time of asking. */
  readonly takeFocus: (cycleId: string, task: Task) => boolean;
};

type State = { readonly byCycle: ReadonlyMap<string, OpenTasks> };

/** Holds the open forms of a page and what is typed in them, also of cycles that are not on screen. */
export const createTaskStore = (): TaskStore => {
  const cell = createCell<State>({ byCycle: new Map() });
  const forms = new Map<string, KeptForm>();
  const focused = new Map<string, number>();
  const placeOf = (cycleId: string, task: Task): string => `${cycleId} ${keyOf(task)}`;
  const show = (cycleId: string, tasks: OpenTasks): void =>
    cell.update({ byCycle: new Map(cell.get().byCycle).set(cycleId, tasks) });

  return {
    subscribe: cell.subscribe,
    get: cell.get,
    open: (cycleId, task) => show(cycleId, withTask(tasksIn(cell.get(), cycleId), task)),
    close: (cycleId, task) => {
      const place = placeOf(cycleId, task);
      forms.get(place)?.leave();
      forms.delete(place);
      focused.delete(place);
      show(cycleId, withoutTask(tasksIn(cell.get(), cycleId), task));
    },
    keep: <Form extends KeptForm>(cycleId: string, task: Task, make: () => Form): Form => {
      const place = placeOf(cycleId, task);
      // A task is always kept as what it was first made.
      const form = (forms.get(place) as Form | undefined) ?? make();
      forms.set(place, form);
      return form;
    },
    takeFocus: (cycleId, task) => {
      const place = placeOf(cycleId, task);
      const asked = timesAsked(tasksIn(cell.get(), cycleId), task) ?? 0;
      if (focused.get(place) === asked) return false;
      focused.set(place, asked);
      return true;
    },
  };
};

export const tasksIn = ({ byCycle }: State, cycleId: string): OpenTasks => byCycle.get(cycleId) ?? NO_TASKS;

const NO_TASKS: OpenTasks = new Map();

/** How often an open form was asked for; `null` when it is not open. */
export const timesAsked = (tasks: OpenTasks, task: Task): number | null => tasks.get(keyOf(task)) ?? null;

/** How many forms are open inside of an objective. */
export const tasksUnder = (tasks: OpenTasks, id: ObjectiveId): number =>
  [...tasks.keys()].map((key) => JSON.parse(key) as Task).filter((task) => isUnder(task, id)).length;

const isUnder = (task: Task, id: ObjectiveId): boolean => {
  if (task.kind === 'new-key-result') return task.id === id;
  return (task.kind === 'check-in' || task.kind === 'edit-key-result') && objectiveIdOf(task.id) === id;
};

const withTask = (tasks: OpenTasks, task: Task): OpenTasks =>
  new Map(tasks).set(keyOf(task), (timesAsked(tasks, task) ?? 0) + 1);

const withoutTask = (tasks: OpenTasks, task: Task): OpenTasks =>
  new Map([...tasks].filter(([key]) => key !== keyOf(task)));

const keyOf = (task: Task): string => JSON.stringify(task);
