/** What waiting needs of where it happens. Passed in, so that tests wait for nothing. */
export type Patience = {
  /** Milliseconds that may still pass before somebody has to be answered. */
  readonly timeLeft: () => number;
  /** A number from 0 to 1. */
  readonly random: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
};

/** How often anything is asked for, the first time included. */
export const MOST_TRIES = 3;

/**
 * How long to wait before asking again, in milliseconds; `null` when it was asked often enough or no time is left.
 * Backs off exponentially with full jitter (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/),
 * after the time that the other side asked for.
 *
 * @param tries - How often it was asked so far.
 * @param askedFor - How long the other side wants to be left alone, in milliseconds; 0 where it did not say.
 */
export const pauseAfter = (
  tries: number,
  askedFor: number,
  { timeLeft, random }: Patience,
): number | null => {
  if (tries >= MOST_TRIES) return null;
  const pause = askedFor + random() * LONGEST_FIRST_PAUSE_MS * 2 ** (tries - 1);
  return pause < timeLeft() ? pause : null;
};

const LONGEST_FIRST_PAUSE_MS = 300;

/** Waits by the real clock. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Real chance and real time, of which `milliseconds` may pass from now on. */
export const patienceFor = (milliseconds: number): Patience => {
  const end = performance.now() + milliseconds;
  return { timeLeft: () => end - performance.now(), random: Math.random, pause };
};
