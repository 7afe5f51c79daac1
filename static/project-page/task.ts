import type { KeyResultId, ObjectiveId } from '../../src/domain/ids';

/** What a form is open for. */
export type Task =
  | { readonly kind: 'new-cycle' }
  | { readonly kind: 'edit-cycle' }
  | { readonly kind: 'new-objective'; readonly scope: 'company' | 'team' }
  | { readonly kind: 'edit-objective'; readonly id: ObjectiveId }
  | { readonly kind: 'new-key-result'; readonly id: ObjectiveId }
  | { readonly kind: 'edit-key-result'; readonly id: KeyResultId }
  | { readonly kind: 'check-in'; readonly id: KeyResultId };

/** The forms that are open, each with how often it was asked for. */
export type OpenTasks = ReadonlyMap<string, number>;

/** How often an open form was asked for; `null` when it is not open. */
export const timesAsked = (tasks: OpenTasks, task: Task): number | null => tasks.get(keyOf(task)) ?? null;

/** Opens one more form, and leaves the others; asks again for one that is open. */
export const withTask = (tasks: OpenTasks, task: Task): OpenTasks =>
  new Map(tasks).set(keyOf(task), (timesAsked(tasks, task) ?? 0) + 1);

export const withoutTask = (tasks: OpenTasks, task: Task): OpenTasks =>
  new Map([...tasks].filter(([key]) => key !== keyOf(task)));

const keyOf = (task: Task): string => JSON.stringify(task);
