import type { Outcome, Problem } from '../../src/contract/outcome';
import { afterUndecided } from './undecided';
import { differing, rebased, type Values } from './rebase';
import { createCell } from './state-cell';
import { numberProblem } from './typed-number';
import { holdUnsaved } from './unsaved';

/** A record as a form sees it. */
export type Edited<V extends Values> = { readonly values: V; readonly revision: number | null };

export type RecordFormState<V extends Values> = {
  readonly values: V;
  /** What the values were made from. */
  readonly base: Edited<V>;
  readonly isSaving: boolean;
  readonly problem: Problem | null;
};

export type RecordFormOptions<V extends Values, Saved> = {
  readonly initial: Edited<V>;
  /** The fields that hold numbers, by their paths in the payload: nothing is sent while one cannot be read. */
  readonly numbers?: { readonly [path: string]: keyof V };
  readonly send: (values: V, expectedRevision: number | null) => Promise<Outcome<Saved>>;
  /** What the form would show of a saved record; `null` when the record is not in it. */
  readonly read: (saved: Saved) => Edited<V> | null;
  readonly onSaved: (saved: Saved) => void;
  /** Closes the form; not called when it was left while it saved. */
  readonly onClose: () => void;
  /** Tells of a save that failed while the form was not on screen. */
  readonly onProblem: (problem: Problem) => void;
  /** The form was given up, and what it sent may have arrived all the same. */
  readonly onUndecided: () => void;
};

/** A form over one record, apart from any screen: what was typed outlives a part of the page that is closed over it. */
export type RecordFormStore<V extends Values> = {
  readonly get: () => RecordFormState<V>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (changed: Partial<V>) => void;
  readonly submit: () => Promise<void>;
  readonly conflict: () => { readonly theirs: V; readonly merged: V } | null;
  readonly takeTheirs: () => void;
  readonly applyMine: () => Promise<void>;
  /** Says whether it is on screen. */
  readonly show: (isShown: boolean) => void;
  /** The person gives it up. */
  readonly leave: () => void;
};

/** Keeps what was typed whatever happens, and puts it on top of somebody else's change on request. */
export const createRecordForm = <V extends Values, Saved>(
  options: RecordFormOptions<V, Saved>,
): RecordFormStore<V> => {
  const { initial, numbers = {}, send, read, onSaved, onClose, onProblem, onUndecided } = options;
  const cell = createCell<RecordFormState<V>>({
    values: initial.values,
    base: initial,
    isSaving: false,
    problem: null,
  });
  let isShown = false;
  let isLeft = false;
  cell.subscribe(() => {
    const { values, base } = cell.get();
    // Who gave it up while it saved is asked no more about it.
    holdUnsaved(cell, !isLeft && differing(values, base.values).length > 0);
  });
  /** Whether an earlier try may have arrived. */
  let isUndecided = false;
  /** Whether the page may show what is no longer so: it learns only of what was saved. */
  let isUnseen = false;

  const take = (saved: Saved): void => {
    isUnseen = false;
    holdUnsaved(cell, false);
    if (!isLeft) onClose();
    onSaved(saved);
  };
  const save = async (sent: V, revision: number | null): Promise<void> => {
    const unreadable = unreadableIn(sent, numbers);
    cell.update({ problem: unreadable && afterUndecided(isUndecided, unreadable) });
    if (unreadable || cell.get().isSaving) return;
    cell.update({ isSaving: true });
    const outcome = await send(sent, revision);
    const problem = outcome.ok ? null : afterUndecided(isUndecided, outcome.error);
    cell.update({ isSaving: false, problem });
    if (outcome.ok) take(outcome.value);
    if (problem) fail(problem);
  };
  const fail = (problem: Problem): void => {
    isUndecided = problem.undecided ?? false;
    isUnseen ||= isUndecided;
    if (isLeft || !isShown) onProblem(problem);
    if (isLeft && isUnseen) onUndecided();
  };
  // With `conflict`, the contract sends what is saved in the shape of a success.
  const savedByOthers = (): {
    readonly saved: Saved;
    readonly theirs: Edited<V>;
    readonly merged: V;
  } | null => {
    const { problem, base, values } = cell.get();
    const saved = problem?.code === 'conflict' ? ((problem.current ?? null) as Saved | null) : null;
    const theirs = saved === null ? null : read(saved);
    if (saved === null || theirs === null) return null;
    return { saved, theirs, merged: rebased(base.values, values, theirs.values) };
  };

  return {
    get: cell.get,
    subscribe: cell.subscribe,
    change: (changed) => {
      const { values, problem } = cell.get();
      cell.update({
        values: { ...values, ...changed },
        problem: problem && withoutFields(problem, Object.keys(changed), numbers),
      });
    },
    submit: () => save(cell.get().values, cell.get().base.revision),
    conflict: () => {
      const found = savedByOthers();
      return found && { theirs: found.theirs.values, merged: found.merged };
    },
    takeTheirs: () => {
      const found = savedByOthers();
      if (found) take(found.saved);
    },
    applyMine: async () => {
      const found = savedByOthers();
      if (!found) return;
      cell.update({ base: found.theirs, values: found.merged });
      await save(found.merged, found.theirs.revision);
    },
    show: (shown) => void (isShown = shown),
    leave: () => {
      isLeft = true;
      holdUnsaved(cell, false);
      if (isUnseen) onUndecided();
    },
  };
};

/** What is left of a refusal once some of what it named was changed; of none is left what may have been saved. */
const withoutFields = <V extends Values>(
  problem: Problem,
  changed: readonly string[],
  numbers: { readonly [path: string]: keyof V },
): Problem | null => {
  if (problem.code !== 'invalid' || problem.undecided || !problem.fields) return problem;
  const left = Object.entries(problem.fields).filter(
    ([path]) => !changed.includes(String(numbers[path] ?? path.split('.').at(-1))),
  );
  if (left.length === Object.keys(problem.fields).length) return problem;
  return left.length === 0 ? null : { ...problem, fields: Object.fromEntries(left) };
};

const unreadableIn = <V extends Values>(
  values: V,
  numbers: { readonly [path: string]: keyof V },
): Problem | null => {
  const fields = Object.entries(numbers).flatMap(([path, key]): [string, string][] => {
    const message = numberProblem(values[key] ?? '');
    return message === null ? [] : [[path, message]];
  });
  if (fields.length === 0) return null;
  return {
    code: 'invalid',
    message: `Nothing was saved: ${fields[0]?.[1]}`,
    fields: Object.fromEntries(fields),
  };
};
