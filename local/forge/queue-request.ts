import * as v from 'valibot';

const event = v.object({
  body: v.record(v.string(), v.unknown()),
  delayInSeconds: v.optional(v.number()),
  concurrency: v.optional(
    v.object({ key: v.string(), limit: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  ),
});

export type PushedEvent = v.InferOutput<typeof event>;

/** What `@forge/events` sends to push events. */
export const pushRequest = v.object({
  queueName: v.pipe(v.string(), v.regex(/^[a-zA-Z0-9-_]+$/, 'That is no name of a queue.')),
  jobId: v.pipe(v.string(), v.uuid('That is no id of a job.')),
  type: v.literal('avi:forge:app:event'),
  schema: v.literal('ari:cloud:ecosystem::forge/app-event-2'),
  payload: v.pipe(
    v.array(event),
    v.minLength(1, 'No events pushed.'),
    v.maxLength(50, 'This push contains more than the 50 events allowed.'),
  ),
  time: v.string(),
});

/** Why one event of a push is not taken, `null` where it is. `timeoutSeconds` is that of the slowest consumer. */
export const whyRefused = ({ body, delayInSeconds = 0 }: PushedEvent, timeoutSeconds: number) => {
  if (delayInSeconds < 0 || delayInSeconds > 900) return 'delayInSeconds is 0 to 900.';
  if (timeoutSeconds > 55 && Buffer.byteLength(JSON.stringify(body)) > MAX_LONG_EVENT) {
    return 'An event for a long running function weighs at most 100 KB.';
  }
  return null;
};

const MAX_LONG_EVENT = 100 * 1024;
