import { randomFrom } from '../../local/random';

/**
 * Puts this process on a clock of its own and draws all chance from the seed: what waits is woken in the order of its
 * timers, one after the other, as fast as the machine can. So the same work runs in the same order every time.
 */
export const ruleTimeAndChance = (seed: number): void => {
  jest.useFakeTimers({ now: START, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  const { next } = randomFrom(seed);
  jest.spyOn(Math, 'random').mockImplementation(next);
};

export const releaseTimeAndChance = (): void => {
  jest.restoreAllMocks();
  jest.useRealTimers();
};

/** Lets time pass until the work is done. @throws when it waits for what no timer brings. */
export const inVirtualTime = async <T>(work: Promise<T>): Promise<T> => {
  let isDone = false;
  const done = () => {
    isDone = true;
  };
  work.then(done, done);
  for (;;) {
    await everythingThatNeedsNoTime();
    if (isDone) return work;
    if (jest.getTimerCount() === 0) throw new Error('The work waits, and nothing is there to wake it.');
    jest.advanceTimersToNextTimer();
  }
};

/** A pause of virtual time. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const START = new Date('2026-02-16T09:00:00.000Z');

const everythingThatNeedsNoTime = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
