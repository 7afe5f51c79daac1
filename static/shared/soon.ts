/** Above this, people should see that something is on its way. */
const PATIENCE_MS = 200;

/**
 * Waits for something, though not for long: a skeleton that would be replaced at once is not worth drawing, and drawing
 * it would keep the browser from what comes. `null` where it takes longer, or fails.
 */
export const soon = <T>(coming: Promise<T>): Promise<T | null> =>
  new Promise((resolve) => {
    const end = (value: T | null): void => {
      clearTimeout(patience);
      resolve(value);
    };
    const patience = setTimeout(end, PATIENCE_MS, null);
    coming.then(end, () => end(null));
  });
