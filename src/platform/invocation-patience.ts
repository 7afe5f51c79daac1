import { getAppContext } from '@forge/api';
import { pause, type Patience } from '../contract/patience';

/** Waiting ends while there is time to ask once more and to answer: Forge ends an invocation after 25 seconds. */
const KEPT_FOR_ANSWERING_MS = 10_000;

/** How long the running invocation may wait. */
export const invocationPatience: Patience = {
  timeLeft: () => getAppContext().invocationRemainingTimeInMillis() - KEPT_FOR_ANSWERING_MS,
  random: Math.random,
  pause,
};
