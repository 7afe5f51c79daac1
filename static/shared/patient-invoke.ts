import type { ErrorCode, Problem } from '../../src/contract/outcome';
import { pauseAfter, patienceFor, type Patience } from '../../src/contract/patience';

/** Half of what a resolver has: one that ran out of its own time is not asked again. */
const WAITED_FOR_MS = 12_000;

/**
 * A resolver's call that is sent again, with the same payload, when it was lost. Only for functions that find what an
 * earlier try of the same call has done: creates carry the caller's own ids, changes the revision that they expect.
 *
 * @param once - Functions that do not find it, by name; these are sent once.
 */
export const patientInvoke = <Invoke>(
  invoke: Invoke,
  { once = [], patience = () => patienceFor(WAITED_FOR_MS) }: Options = {},
): Invoke => {
  const send = invoke as Send;
  const patient: Send = async (functionKey, payload) => {
    const mine = patience();
    const losses: unknown[] = [];
    for (let tries = 1; ; tries += 1) {
      try {
        const answer = await send(functionKey, payload);
        if (losses.length === 0 || !isFailure(answer)) return answer;
      } catch (error) {
        losses.push(error);
      }
      const wait = once.includes(functionKey) ? null : pauseAfter(tries, 0, mine);
      if (wait === null) throw losses.at(-1);
      await mine.pause(wait);
    }
  };
  return patient as Invoke;
};

/** An answer that a try came to nothing. It says that nothing was changed, and does not know of a try before it. */
const isFailure = (answer: unknown): boolean => {
  const { error } = answer as { readonly error?: Problem };
  return error !== undefined && FAILURES.includes(error.code);
};

const FAILURES: readonly ErrorCode[] = [
  'rate-limited',
  'jira-unavailable',
  'storage-unavailable',
  'unexpected',
];

type Options = { readonly once?: readonly string[]; readonly patience?: () => Patience };

type Send = (functionKey: string, payload: unknown) => Promise<unknown>;
