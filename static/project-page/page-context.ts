import { createContext, useContext } from 'react';
import type { ProjectPageView } from '../../src/contract/project-page';
import type { CycleView, ObjectiveView } from '../../src/contract/views';
import type { CycleId, ProjectId } from '../../src/domain/ids';
import type { Freshness } from '../shared/reading';
import type { OpenTasks } from './open-tasks';
import type { Task } from './task';
import type { KeptForm } from '../shared/open-task';

/** What every part of the page may need: what is shown, which forms are open, and how to show what was saved. */
export type Page = {
  readonly projectId: ProjectId;
  readonly view: ProjectPageView;
  readonly freshness: Freshness;
  readonly tasks: OpenTasks;
  /** Whether forms are open in a cycle, be it on screen or not. */
  readonly hasForms: (id: CycleId) => boolean;
  /** Opens a form beside those that are open, or goes to it when it is one of them. */
  readonly openTask: (task: Task) => void;
  /** Closes a form for good: what was typed in it goes. */
  readonly closeTask: (task: Task) => void;
  readonly keepForm: <Form extends KeptForm>(task: Task, make: () => Form) => Form;
  readonly takeFocus: (task: Task) => boolean;
  readonly showObjective: (saved: ObjectiveView) => void;
  readonly showCycle: (saved: CycleView) => void;
  readonly showVisibility: (restricted: boolean) => void;
  /** Reads what is shown again, where nobody knows whether it is still so. */
  readonly readAgain: () => void;
  readonly goToCycle: (id: CycleId) => void;
};

export const PageContext = createContext<Page | null>(null);

export const usePage = (): Page => {
  const page = useContext(PageContext);
  if (!page) throw new Error('This part stands outside of a page.');
  return page;
};
