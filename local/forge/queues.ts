import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { App } from './app';
import { jsonAnswer, type Chain, type Service, type ServiceReply } from './atlassian-services';
import { deliver, type RetryContext } from './attempts';
import type { Consumer } from './back-end-modules';
import type { Deliveries } from './deliveries';
import { pushRequest, whyRefused, type PushedEvent } from './queue-request';
import { createWindows, MINUTE } from '../windows';

type Options = {
  readonly consumers: readonly Consumer[];
  /** Function key → its `timeoutSeconds`. */
  readonly timeouts: ReadonlyMap<string, number>;
  readonly app: () => App;
  readonly deliveries: Deliveries;
  readonly now: () => Date;
  readonly log: (level: string, words: readonly unknown[]) => void;
};

/** Its events by id: those not yet done, and those that are, of which a duplicate may still come. */
type Job = {
  readonly waiting: Set<string>;
  readonly done: Set<string>;
  success: number;
  failed: number;
};

/** What `Queue` of `@forge/events` asks: push, stats and cancel. Pushed events come to the queue's consumers. */
export const queueServices = (options: Options): readonly (readonly [string, Service])[] => {
  const jobs = new Map<string, Job>();
  const windows = createWindows(options.now);
  const isInTime = (count: number): boolean => {
    if (windows.used('events', MINUTE) + count > MOST_IN_A_MINUTE) return false;
    windows.add('events', MINUTE, count);
    return true;
  };
  const known =
    (answer: (job: Job) => ServiceReply): Service =>
    (body) => {
      const asked = v.safeParse(ONE_JOB, body);
      if (!asked.success) return jsonAnswer(400, { message: asked.issues[0].message });
      const { queueName, jobId } = asked.output;
      const job = jobs.get(`${queueName} ${jobId}`);
      return job === undefined ? jsonAnswer(404, { message: 'There is no such job.' }) : answer(job);
    };
  return [
    ['/webhook/queue/publish/', (body, chain) => push(options, jobs, isInTime, body, chain)],
    [
      '/webhook/queue/stats/',
      known(({ success, failed, waiting }) => jsonAnswer(200, { success, inProgress: waiting.size, failed })),
    ],
    [
      '/webhook/queue/cancel/',
      known(({ waiting }) => {
        waiting.clear();
        return { status: 204 };
      }),
    ],
  ];
};

/** Of all that an installation pushes. */
const MOST_IN_A_MINUTE = 500;

const ONE_JOB = v.object({ queueName: v.string(), jobId: v.string() });

/** Of all push requests that go back to one call by the platform, Forge takes this many. */
const MOST_IN_CHAIN = 1000;

const push = (
  options: Options,
  jobs: Map<string, Job>,
  isInTime: (count: number) => boolean,
  body: unknown,
  chain: Chain,
): ServiceReply => {
  const request = v.safeParse(pushRequest, body);
  if (!request.success) return jsonAnswer(400, { message: request.issues[0].message });
  const { queueName, jobId, payload } = request.output;
  const consumers = options.consumers.filter(({ queue }) => queue === queueName);
  if (consumers.length === 0) return jsonAnswer(400, { message: `No consumer has the queue ${queueName}.` });
  if (Buffer.byteLength(JSON.stringify(payload)) > MAX_PUSH) {
    return jsonAnswer(413, { errorMessage: 'The maximum payload size is 200KB.' });
  }
  if (chain.pushes >= MOST_IN_CHAIN) return jsonAnswer(405, { message: 'The events cause each other.' });
  if (!isInTime(payload.length)) return jsonAnswer(429, { message: 'Too many events in a minute.' });
  chain.pushes += 1;
  const timeouts = consumers.map(({ functionKey }) => options.timeouts.get(functionKey) ?? 0);
  const refusals = payload.map((event) => whyRefused(event, Math.max(...timeouts)));
  const job = jobs.get(`${queueName} ${jobId}`) ?? newJob();
  jobs.set(`${queueName} ${jobId}`, job);
  payload.forEach((event, index) => {
    if (refusals[index] !== null) return;
    for (const consumer of consumers) consume(options, consumer, { queueName, jobId, event, job, chain });
  });
  const failedEvents = refusals.flatMap((errorMessage, index) =>
    errorMessage === null ? [] : [{ index: String(index), errorMessage }],
  );
  return failedEvents.length > 0 ? jsonAnswer(202, { failedEvents }) : jsonAnswer(201, {});
};

const newJob = (): Job => ({ waiting: new Set(), done: new Set(), success: 0, failed: 0 });

const MAX_PUSH = 200 * 1024;

type Pushed = {
  readonly queueName: string;
  readonly jobId: string;
  readonly event: PushedEvent;
  readonly job: Job;
  readonly chain: Chain;
};

const consume = (options: Options, consumer: Consumer, pushed: Pushed): void => {
  const { queueName, jobId, event, job, chain } = pushed;
  const eventId = randomUUID();
  job.waiting.add(eventId);
  const { functionKey, key: moduleKey } = consumer;
  deliver(options, {
    delayMs: 1000 * (event.delayInSeconds ?? 0),
    ...(event.concurrency === undefined ? {} : { concurrency: event.concurrency }),
    call: async (retryContext) => {
      const isCancelled = !job.waiting.has(eventId) && !job.done.has(eventId);
      if (isCancelled) return undefined;
      const told = bodyFor(consumer, { ...event, queueName, jobId, eventId }, retryContext);
      return options.app().callFunction(functionKey, told, { moduleKey, chain });
    },
    ended: (isSuccess) => {
      if (!job.waiting.delete(eventId)) return;
      job.done.add(eventId);
      if (isSuccess) job.success += 1;
      else job.failed += 1;
    },
  });
};

type AsyncEvent = PushedEvent & {
  readonly queueName: string;
  readonly jobId: string;
  readonly eventId: string;
};

/** What a consumer is called with: the event, or, where the manifest names a resolver, a call of its method. */
const bodyFor = (
  { method, key }: Consumer,
  event: AsyncEvent,
  retryContext: RetryContext | undefined,
): unknown => {
  const again = retryContext === undefined ? {} : { retryContext };
  if (method === null) return { ...event, ...again };
  return {
    call: { functionKey: method, payload: { ...event.body, ...again }, jobId: event.jobId },
    context: { moduleKey: key },
  };
};
