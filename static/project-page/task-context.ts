import { createContext, useContext } from 'react';

/** What a form knows of having been opened. */
export type OpenTask = {
  readonly close: () => void;
  /** How often it was asked for: again means that the person wants to be taken to it. */
  readonly asked: number;
};

export const TaskContext = createContext<OpenTask | null>(null);

export const useOpenTask = (): OpenTask => {
  const task = useContext(TaskContext);
  if (!task) throw new Error('This form was not opened.');
  return task;
};
