import { fail } from '../contract/outcome';
import type { Versioned } from '../storage/record';

const MOST_TRIES = 6;
const LONGEST_FIRST_PAUSE_MS = 40;

/**
 * Changes a record that others may be changing: `change` works on what was read and `write` says whether it was kept.
 * When somebody else was quicker, what they wrote is read and `change` is asked again: it throws `conflict` when they
 * touched the same thing, and else the two changes merge.
 */
export const changeUntilKept = async <Read extends Versioned<unknown>, Changed>(
  first: Read,
  read: () => Promise<Read>,
  change: (current: Read) => Changed | Promise<Changed>,
  write: (changed: Changed, current: Read) => Promise<boolean>,
): Promise<Changed> => {
  let current = first;
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const changed = await change(current);
    if (await write(changed, current)) return changed;
    await pause(Math.random() * LONGEST_FIRST_PAUSE_MS * 2 ** tries);
    current = await read();
  }
  return fail({
    code: 'conflict',
    message:
      'Many people are saving here at this moment, and yours could not be fitted in. Nothing was changed. Try again.',
  });
};

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
