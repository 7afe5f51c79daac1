import { useEffect, useRef, useState } from 'react';
import type { Outcome, Problem } from '../../src/contract/outcome';
import { showProblem } from '../shared/platform';
import { rebased, type Values } from './rebase';
import { numberProblem } from './typed-number';

/** A record as a form sees it. */
export type Edited<V extends Values> = { readonly values: V; readonly revision: number | null };

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

/** A form over one record: keeps what was typed whatever happens, and puts it on top of somebody else's change on request. */
export const useRecordForm = <V extends Values, Saved>({
  initial,
  numbers = {},
  send,
  read,
  onSaved,
  onClose,
}: {
  readonly initial: Edited<V>;
  /** The fields that hold numbers, by their paths in the payload: nothing is sent while one cannot be read. */
  readonly numbers?: { readonly [path: string]: keyof V };
  readonly send: (values: V, expectedRevision: number | null) => Promise<Outcome<Saved>>;
  /** What the form would show of a saved record; `null` when the record is not in it. */
  readonly read: (saved: Saved) => Edited<V> | null;
  readonly onSaved: (saved: Saved) => void;
  /** Closes the form; not called when it was left while it saved. */
  readonly onClose: () => void;
}): RecordForm<V> => {
  const [base, setBase] = useState(initial);
  const [values, setValues] = useState(initial.values);
  const [isSaving, setIsSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isShown = useIsShown();

  const take = (saved: Saved): void => {
    if (isShown.current) onClose();
    onSaved(saved);
  };
  const save = async (sent: V, revision: number | null): Promise<void> => {
    const unreadable = unreadableIn(sent, numbers);
    setProblem(unreadable);
    if (unreadable) return;
    setIsSaving(true);
    const outcome = await send(sent, revision);
    setIsSaving(false);
    if (outcome.ok) take(outcome.value);
    else if (isShown.current) setProblem(outcome.error);
    else showProblem(outcome.error);
  };

  // With `conflict`, the contract sends what is saved in the shape of a success.
  const saved = problem?.code === 'conflict' ? ((problem.current ?? null) as Saved | null) : null;
  const theirs = saved === null ? null : read(saved);
  const merged = theirs === null ? null : rebased(base.values, values, theirs.values);
  return {
    values,
    change: (changed) => setValues({ ...values, ...changed }),
    isSaving,
    problem,
    submit: () => void save(values, base.revision),
    conflict:
      saved === null || theirs === null || merged === null
        ? null
        : {
            theirs: theirs.values,
            merged,
            takeTheirs: () => take(saved),
            applyMine: () => {
              setBase(theirs);
              setValues(merged);
              void save(merged, theirs.revision);
            },
          },
  };
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

/** Whether the form is still on screen, which may have been left when an answer comes. */
const useIsShown = (): { readonly current: boolean } => {
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => void (isShown.current = false);
  }, []);
  return isShown;
};
