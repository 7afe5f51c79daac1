import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Problem } from '../../src/contract/outcome';
import { showProblem } from './platform';
import { createRecordForm, type RecordFormOptions } from './record-form';
import type { Values } from './rebase';
import { useOpenTask } from './open-task';

export type RecordForm<V extends Values> = {
  readonly values: V;
  readonly change: (changed: Partial<V>) => void;
  readonly isSaving: boolean;
  readonly problem: Problem | null;
  readonly submit: () => void;
  /** What somebody else saved meanwhile, until the person has chosen. */
  readonly conflict: {
    readonly theirs: V;
    readonly merged: V;
    readonly takeTheirs: () => void;
    readonly applyMine: () => void;
  } | null;
};

/**
 * The form of an open task.
 *
 * @param options - Asked once, when the task is opened: when its place on the page goes and comes again, the form has
 * what was typed, and sends it with the ids that it had.
 */
export const useRecordForm = <V extends Values, Saved>(
  options: () => Omit<RecordFormOptions<V, Saved>, 'onClose' | 'onProblem' | 'onUndecided'>,
): RecordForm<V> => {
  const { keep, close, readAgain } = useOpenTask();
  const [form] = useState(() =>
    keep(() =>
      createRecordForm<V, Saved>({
        ...options(),
        onClose: close,
        onProblem: (problem) => showProblem(problem),
        onUndecided: readAgain,
      }),
    ),
  );
  const { values, isSaving, problem } = useSyncExternalStore(form.subscribe, form.get);
  useEffect(() => {
    form.show(true);
    return () => form.show(false);
  }, [form]);
  const conflict = form.conflict();
  return {
    values,
    change: form.change,
    isSaving,
    problem,
    submit: () => void form.submit(),
    conflict: conflict && {
      ...conflict,
      takeTheirs: form.takeTheirs,
      applyMine: () => void form.applyMine(),
    },
  };
};
