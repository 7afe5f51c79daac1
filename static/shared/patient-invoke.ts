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
    for (let tries = 1; ; tries += 1) {
      try {
        return await send(functionKey, payload);
      } catch (error) {
        const wait = once.includes(functionKey) ? null : pauseAfter(tries, 0, mine);
        if (wait === null) throw error;
        await mine.pause(wait);
      }
    }
  };
  return patient as Invoke;
};

type Options = { readonly once?: readonly string[]; readonly patience?: () => Patience };

type Send = (functionKey: string, payload: unknown) => Promise<unknown>;
