import type { JiraCaller } from '../seams';
import { jiraError } from './http-error';
import { holdsGlobally } from './permissions';
import { ok, param, type Answer, type Call } from './route';

/** A bulk operation: what it does, and how it is told of. */
export type Work = {
  readonly kind: 'properties' | 'edit';
  readonly description: string;
  /** Does what is due when this share of its time has gone by. Called again with more, at last with 1. */
  readonly advance: (share: number) => void;
  /** What is said of it once it is done. */
  readonly message?: () => string;
};

export type Task = Work & {
  readonly id: string;
  readonly by: JiraCaller;
  /** Milliseconds since 1970. */
  readonly submitted: number;
  readonly takesMs: number;
};

/** The site's bulk operations. They take as long as the settings say, by the stand-in's clock. */
export type Tasks = {
  readonly begin: (work: Work, by: JiraCaller) => Task;
  readonly find: (id: string) => Task | undefined;
  /** 0 to 1. */
  readonly shareDone: (task: Task) => number;
  readonly unfinished: (kind: Work['kind']) => number;
  /** Has every operation do what is due by now. */
  readonly settle: () => void;
};

export const createTasks = (now: () => Date, takesMs: () => number): Tasks => {
  const tasks = new Map<string, Task>();
  const open = new Set<Task>();
  const shareOf = ({ submitted, takesMs: length }: Task): number =>
    length === 0 ? 1 : Math.max(0, Math.min(1, (now().getTime() - submitted) / length));
  const advance = (task: Task): void => {
    const share = shareOf(task);
    task.advance(share);
    if (share === 1) open.delete(task);
  };
  return {
    begin: (work, by) => {
      const id = String(10_000 + tasks.size);
      const task = { ...work, id, by, submitted: now().getTime(), takesMs: takesMs() };
      tasks.set(id, task);
      open.add(task);
      advance(task);
      return task;
    },
    find: (id) => tasks.get(id),
    shareDone: (task) => (open.has(task) ? shareOf(task) : 1),
    unfinished: (kind) => [...open].filter((task) => task.kind === kind).length,
    settle: () => open.forEach(advance),
  };
};

/** Begins a bulk operation that does everything at its end. The answer tells where its task can be read. */
export const seeTask = (
  { state, caller }: Call,
  description: string,
  run: () => void,
  message: () => string = () => 'Done',
): Answer => {
  const advance = (share: number): void => {
    if (share === 1) run();
  };
  const { id } = state.tasks.begin({ kind: 'properties', description, advance, message }, caller);
  return { status: 303, headers: { location: state.link(`/rest/api/3/task/${id}`) } };
};

/** Reads a task. @throws 404 when there is none, 403 for who neither began it nor administers the site. */
export const readTask = (call: Call): Answer => {
  const { state, caller } = call;
  const wanted = param(call, 'task');
  const task = state.tasks.find(wanted);
  if (task?.kind !== 'properties') throw jiraError(404, `There is no task ${wanted}.`);
  if (!isSame(task.by, caller) && !holdsGlobally(state, caller, 'ADMINISTER')) {
    throw jiraError(403, 'You do not have permission to see this task.');
  }
  const { id, description, submitted, takesMs, message } = task;
  const share = state.tasks.shareDone(task);
  const ran = Math.round(takesMs * share);
  return ok({
    self: state.link(`/rest/api/3/task/${id}`),
    id,
    description,
    status: share === 1 ? 'COMPLETE' : 'RUNNING',
    ...(share === 1 && message ? { message: message() } : {}),
    submittedBy: 0,
    progress: Math.floor(share * 100),
    elapsedRuntime: ran,
    submitted,
    started: submitted,
    ...(share === 1 ? { finished: submitted + ran } : {}),
    lastUpdate: submitted + ran,
  });
};

const isSame = (a: JiraCaller, b: JiraCaller): boolean =>
  a.as === b.as && (a.as !== 'user' || b.as !== 'user' || a.accountId === b.accountId);
