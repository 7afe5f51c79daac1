import * as v from 'valibot';
import { expectDone, readReply, type JiraApi, type JiraResponse } from './jira-api';

/** How far one of Jira's own bulk operations is. */
export type TaskProgress = {
  readonly isOver: boolean;
  /** 0 to 1. */
  readonly share: number;
  /** What Jira says went wrong with all of it; `null` when nothing did. */
  readonly trouble: string | null;
  /** What went wrong with single issues, by their ids. */
  readonly failures: ReadonlyMap<string, string>;
};

export type StartedTask = {
  /** `null` where Jira does not tell it. */
  readonly id: string | null;
  /** How far it was when it was asked for, where that came along. */
  readonly progress: TaskProgress | null;
};

/** The task that the answer to a bulk write leads to; a browser goes there by itself and brings what stands there. */
export const startedTask = async (response: JiraResponse, what: string): Promise<StartedTask> => {
  if (response.status !== SEE_OTHER) await expectDone(response, what);
  const [, named] = /\/task\/([^/?]+)/.exec(response.headers.get('location') ?? '') ?? [];
  if (named !== undefined) return { id: named, progress: null };
  const parsed = v.safeParse(taskReply, await response.json().catch(() => null));
  return parsed.success
    ? { id: parsed.output.id, progress: progressOf(parsed.output) }
    : { id: null, progress: null };
};

/** The progress of a bulk write of properties. */
export const readTask = async ({ requestJira, route }: JiraApi, taskId: string): Promise<TaskProgress> => {
  const response = await requestJira(route`/rest/api/3/task/${taskId}`, { method: 'GET' });
  return progressOf(await readReply(response, taskReply, 'how far this is'));
};

/** The progress of a bulk edit of fields. */
export const readQueuedEdit = async (
  { requestJira, route }: JiraApi,
  taskId: string,
): Promise<TaskProgress> => {
  const response = await requestJira(route`/rest/api/3/bulk/queue/${taskId}`, { method: 'GET' });
  const reply = await readReply(response, queueReply, 'how far this is');
  const { status, progressPercent, failedAccessibleIssues: failed } = reply;
  return {
    ...endOf(status, undefined),
    share: progressPercent / 100,
    failures: new Map(Object.entries(failed).map(([id, reasons]) => [id, reasons.join(' ')])),
  };
};

const SEE_OTHER = 303;

const taskReply = v.object({
  id: v.string(),
  status: v.string(),
  progress: v.number(),
  message: v.nullish(v.string()),
});

const queueReply = v.object({
  status: v.string(),
  progressPercent: v.optional(v.number(), 0),
  failedAccessibleIssues: v.optional(v.record(v.string(), v.array(v.string())), {}),
});

const progressOf = ({ status, progress, message }: v.InferOutput<typeof taskReply>): TaskProgress => ({
  ...endOf(status, message),
  share: progress / 100,
  failures: new Map(),
});

const endOf = (
  status: string,
  message: string | null | undefined,
): Pick<TaskProgress, 'isOver' | 'trouble'> => ({
  isOver: !UNFINISHED.includes(status),
  trouble: BROKEN_OFF.includes(status) ? (message ?? 'Jira broke it off and gave no reason.') : null,
});

const UNFINISHED: readonly string[] = ['ENQUEUED', 'RUNNING', 'CANCEL_REQUESTED'];
const BROKEN_OFF: readonly string[] = ['FAILED', 'CANCELLED', 'DEAD'];
