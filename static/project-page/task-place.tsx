import { lazy, Suspense } from 'react';
import { usePage } from './page-context';
import { PanelSkeleton } from './panel-skeleton';
import { sameTask, type Task } from './task';

const TaskForm = lazy(() => import('./task-form').then(({ TaskForm: form }) => ({ default: form })));

/** Where a form appears when it is opened; forms are not loaded before. */
export const TaskPlace = ({ task }: { readonly task: Task }) => {
  const page = usePage();
  if (!sameTask(page.task, task)) return null;
  return (
    <Suspense fallback={<PanelSkeleton />}>
      <TaskForm task={task} />
    </Suspense>
  );
};
