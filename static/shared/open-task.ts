import { createContext, useContext } from 'react';

/** What a form knows of having been opened. */
export type OpenTask = {
  readonly close: () => void;
  /** How often it was asked for: again means that the person wants to be taken to it. */
  readonly asked: number;
  /** Whether the person was not taken to it yet since it was asked for; answers `true` once. */
  readonly takeFocus: () => boolean;
  /** What was made for this task when it was opened, however often its place on the page has come and gone since. */
  readonly keep: <Form extends KeptForm>(make: () => Form) => Form;
  /** Reads what is shown again, where nobody knows whether it is still so. */
  readonly readAgain: () => void;
};

/** A form that outlives its place on the page. */
export type KeptForm = { readonly leave: () => void };

export const TaskContext = createContext<OpenTask | null>(null);

export const useOpenTask = (): OpenTask => {
  const task = useContext(TaskContext);
  if (!task) throw new Error('This form was not opened.');
  return task;
};
