import type { Patience } from '../../src/contract/patience';

/** Patience that waits for nothing and tells what it was to wait. Chance is always its middle. */
export const aPatience = (timeLeft = 60_000): Patience & { readonly waited: number[] } => {
  const waited: number[] = [];
  return {
    waited,
    timeLeft: () => timeLeft,
    random: () => 0.5,
    pause: async (milliseconds) => void waited.push(milliseconds),
  };
};
