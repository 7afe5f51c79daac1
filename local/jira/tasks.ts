import type { JiraCaller } from '../seams';
import { jiraError } from './http-error';
import { holdsGlobally } from './permissions';
import { ok, param, type Answer, type Call } from './route';

/** A bulk operation, which here is done when it is answered. */
export type Task = {
  readonly id: string;
  readonly description: string;
  readonly message: string;
  readonly submitted: number;
  readonly by: JiraCaller;
};

/** The answer of a bulk operation: where its task can be read. */
export const seeTask = ({ state, caller }: Call, description: string, message = 'Done'): Answer => {
  const id = String(10_000 + state.tasks.size);
  state.tasks.set(id, { id, description, message, submitted: state.now().getTime(), by: caller });
  return { status: 303, headers: { location: state.link(`/rest/api/3/task/${id}`) } };
};

/** Reads a task. @throws 404 when there is none, 403 for who neither began it nor administers the site. */
export const readTask = (call: Call): Answer => {
  const { state, caller } = call;
  const wanted = param(call, 'task');
  const task = state.tasks.get(wanted);
  if (!task) throw jiraError(404, `There is no task ${wanted}.`);
  if (!isSame(task.by, caller) && !holdsGlobally(state, caller, 'ADMINISTER')) {
    throw jiraError(403, 'You do not have permission to see this task.');
  }
  const { id, description, message, submitted } = task;
  return ok({
    self: state.link(`/rest/api/3/task/${id}`),
    id,
    description,
    status: 'COMPLETE',
    message,
    submittedBy: 0,
    progress: 100,
    elapsedRuntime: 0,
    submitted,
    started: submitted,
    finished: submitted,
    lastUpdate: submitted,
  });
};

const isSame = (a: JiraCaller, b: JiraCaller): boolean =>
  a.as === b.as && (a.as !== 'user' || b.as !== 'user' || a.accountId === b.accountId);
