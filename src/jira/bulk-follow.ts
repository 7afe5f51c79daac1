import type { TaskProgress } from './bulk-task';

/** Waits until one of Jira's bulk operations is over, or for as long as somebody would. */
export type Follow = (
  read: () => Promise<TaskProgress>,
  /** How far it was when it began, where that is known. */
  first?: TaskProgress | null,
) => Promise<TaskProgress>;

/**
 * Asks with growing pauses. What one operation took is how long the next is left alone at first: groups of one action
 * take about the same, and each question costs a call.
 */
export const createFollow = (
  pause: (milliseconds: number) => Promise<void>,
  onShare: (share: number) => void,
): Follow => {
  let lastTook = 0;
  return async (read, first) => {
    if (first?.isOver) return first;
    let waited = 0;
    let next = Math.min(Math.max(FIRST_PAUSE_MS, lastTook), LONGEST_PAUSE_MS);
    for (;;) {
      await pause(next);
      waited += next;
      next = Math.min(next * GROWTH, LONGEST_PAUSE_MS);
      const progress = await read();
      onShare(progress.share);
      if (progress.isOver) lastTook = waited;
      if (progress.isOver || waited >= PATIENCE_MS) return progress;
    }
  };
};

const FIRST_PAUSE_MS = 250;
const GROWTH = 3;
const LONGEST_PAUSE_MS = 8_000;
const PATIENCE_MS = 180_000;
