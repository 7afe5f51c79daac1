import { lazy, Suspense } from 'react';
import { usePage } from './page-context';
import { PanelSkeleton } from './panel-skeleton';
import { timesAsked } from './open-tasks';
import type { Task } from './task';
import { TaskContext } from '../shared/open-task';

const TaskForm = lazy(() => import('./task-form').then(({ TaskForm: form }) => ({ default: form })));

/** Where a form appears when it is opened; forms are not loaded before. */
export const TaskPlace = ({ task }: { readonly task: Task }) => {
  const { tasks, closeTask, keepForm, takeFocus, readAgain } = usePage();
  const asked = timesAsked(tasks, task);
  if (asked === null) return null;
  return (
    <TaskContext.Provider
      value={{
        close: () => closeTask(task),
        asked,
        takeFocus: () => takeFocus(task),
        keep: (make) => keepForm(task, make),
        readAgain,
      }}
    >
      <Suspense fallback={<PanelSkeleton />}>
        <TaskForm task={task} />
      </Suspense>
    </TaskContext.Provider>
  );
};
