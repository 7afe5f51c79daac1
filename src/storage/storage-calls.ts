import { ForgeKvsAPIError, ForgeKvsError } from '@forge/kvs';
import { fail, type Problem } from '../contract/outcome';
import { pauseAfter, patienceFor, type Patience } from '../contract/patience';

/** Says how long storage may be waited for; asked once for each call. Until told, a few seconds for each. */
export const waitForStorage = (patience: () => Patience): void => {
  newPatience = patience;
};

let newPatience = (): Patience => patienceFor(5_000);

/** Reads from storage, again when there was no answer. @throws `storage-unavailable`, `rate-limited` */
export const readStorage = async <T>(read: () => Promise<T>): Promise<T> => {
  const patience = newPatience();
  for (let tries = 1; ; tries += 1) {
    try {
      return await read();
    } catch (error) {
      if (await pauseBeforeNext(error, tries, patience)) continue;
      return fail(isThrottled(error) ? THROTTLED : UNREACHABLE);
    }
  }
};

/**
 * Writes once what a guard keeps from being written twice: `false` when the guard refused it with one of the codes.
 * A write that was not answered may have been carried out, so after one `isWritten` tells whether that was it.
 *
 * @param isWritten - Whether storage has exactly what this write would have put there, by a strictly consistent read.
 * @throws `storage-unavailable` when it stays unknown what became of it, `rate-limited`
 */
export const writeOnce = async (
  codes: readonly string[],
  write: () => Promise<unknown>,
  isWritten: () => Promise<boolean>,
): Promise<boolean> => {
  const patience = newPatience();
  let isUnknown = false;
  for (let tries = 1; ; tries += 1) {
    try {
      await write();
      return true;
    } catch (error) {
      if (error instanceof ForgeKvsAPIError && codes.includes(error.code)) {
        return isUnknown && isWritten().catch(() => fail(MAYBE_SAVED));
      }
      isUnknown ||= !isThrottled(error);
      if (await pauseBeforeNext(error, tries, patience)) continue;
      if (isUnknown && (await isWritten().catch(() => false))) return true;
      return fail(isUnknown ? MAYBE_SAVED : THROTTLED);
    }
  }
};

/** What to tell a person of an error of Forge's storage; `null` when the error is none of its. */
export const storageProblemOf = (error: unknown): Problem | null => {
  if (!(error instanceof ForgeKvsAPIError)) return null;
  return isThrottled(error) ? THROTTLED : UNREACHABLE;
};

/** Some of a batch was not answered: an error as for a call of its own. */
export const failedInBatch = (error: { readonly code: string; readonly message: string }): ForgeKvsAPIError =>
  new ForgeKvsAPIError({ status: 500, statusText: '', traceId: null }, error);

/** Waits before another try; `false` when there is to be none. @throws what another try cannot mend. */
const pauseBeforeNext = async (error: unknown, tries: number, patience: Patience): Promise<boolean> => {
  if (!isPassing(error)) throw error;
  const wait = pauseAfter(tries, 0, patience);
  if (wait !== null) await patience.pause(wait);
  return wait !== null;
};

/** Whether another try may go better: no answer at all, one that says nothing, or too many at once. */
const isPassing = (error: unknown): boolean =>
  error instanceof ForgeKvsAPIError
    ? error.responseDetails.status >= 500 || isThrottled(error)
    : !(error instanceof ForgeKvsError);

const isThrottled = (error: unknown): boolean =>
  error instanceof ForgeKvsAPIError &&
  (error.responseDetails.status === 429 || THROTTLED_CODES.includes(error.code));

const THROTTLED_CODES = ['RATE_LIMIT_EXCEEDED', 'TOO_MANY_REQUESTS', 'REQUEST_THROTTLED'];

const THROTTLED: Problem = {
  code: 'rate-limited',
  message:
    'More is asked of your OKRs at once than they can answer. Nothing was changed. Try again in a minute.',
};

const UNREACHABLE: Problem = {
  code: 'storage-unavailable',
  message: 'Your OKRs could not be reached just now. Nothing was changed. Try again in a moment.',
};

const MAYBE_SAVED: Problem = {
  code: 'storage-unavailable',
  message:
    'Your OKRs could not be reached just now. What you were saving may or may not have arrived. Try again: nothing is saved twice.',
  undecided: true,
};
