import * as v from 'valibot';
import type { Deliveries, Parcel } from './deliveries';
import { InvocationError } from './invocation';

/** Something for a function of the app that is brought again when the function asks for it or the platform failed. */
export type Errand = Pick<Parcel, 'delayMs' | 'concurrency'> & {
  readonly call: (retry: RetryContext | undefined) => Promise<unknown>;
  /** Told once for each delivery that is over, whether it went well. */
  readonly ended: (isSuccess: boolean) => void;
};

/** What a function is told when something comes again. */
export type RetryContext = {
  readonly retryCount: number;
  readonly retryReason: string;
  readonly retryData?: unknown;
  readonly retentionWindow: { readonly startTime: string; readonly remainingTimeMs: number };
};

type Post = {
  readonly deliveries: Deliveries;
  readonly now: () => Date;
  readonly log: (level: string, words: readonly unknown[]) => void;
};

/** Brings it, and again for as long as Forge keeps it. */
export const deliver = ({ deliveries, now, log }: Post, errand: Errand): void => {
  const began = now().getTime();
  const attempt = (retry: RetryContext | undefined, delayMs: number): void =>
    deliveries.send({
      delayMs,
      ...(errand.concurrency === undefined ? {} : { concurrency: errand.concurrency }),
      deliver: async () => {
        const outcome = await outcomeOf(() => errand.call(retry));
        if (outcome === 'success' || outcome === 'failure') return errand.ended(outcome === 'success');
        const waitMs = 1000 * Math.min(Math.max(outcome.retryAfter, 1), LONGEST_WAIT_S);
        const remaining = began + outcome.keptMs - now().getTime() - waitMs;
        const isHeavy = weight(outcome.retryData) > MAX_RETRY_DATA;
        if (isHeavy) log('error', [`Forge keeps ${MAX_RETRY_DATA} bytes of retryData; this is not retried.`]);
        if (isHeavy || remaining <= 0) return errand.ended(false);
        const next = {
          retryCount: (retry?.retryCount ?? 0) + 1,
          retryReason: outcome.retryReason,
          ...(outcome.retryData === undefined ? {} : { retryData: outcome.retryData }),
          retentionWindow: { startTime: new Date(began).toISOString(), remainingTimeMs: remaining },
        };
        attempt(next, waitMs);
      },
    });
  attempt(undefined, errand.delayMs ?? 0);
};

const HOUR = 3_600_000;
const KEPT_MS = 24 * HOUR;
const KEPT_AFTER_FAULTS_MS = (24 + 72) * HOUR;
const LONGEST_WAIT_S = 900;
const MAX_RETRY_DATA = 4 * 1024;
/** Not known of the platform. */
const WAIT_AFTER_FAULT_S = 60;

type Again = v.InferOutput<typeof ASKED>['retryOptions'] & { readonly keptMs: number };

/** An app asks for another attempt by what it returns; what it throws is final. */
const outcomeOf = async (call: () => Promise<unknown>): Promise<'success' | 'failure' | Again> => {
  try {
    const asked = v.safeParse(ASKED, await call());
    return asked.success ? { ...asked.output.retryOptions, keptMs: KEPT_MS } : 'success';
  } catch (error) {
    if (!(error instanceof InvocationError)) throw error;
    if (error.fault === null) return 'failure';
    return { retryAfter: WAIT_AFTER_FAULT_S, retryReason: error.fault, keptMs: KEPT_AFTER_FAULTS_MS };
  }
};

/** What `new InvocationError(…)` of `@forge/events` is when it is returned. */
const ASKED = v.object({
  _retry: v.literal(true),
  retryOptions: v.object({
    retryAfter: v.optional(v.number(), 1),
    retryReason: v.optional(v.string(), 'FUNCTION_RETRY_REQUEST'),
    retryData: v.optional(v.unknown()),
  }),
});

const weight = (data: unknown): number => (data === undefined ? 0 : Buffer.byteLength(JSON.stringify(data)));
