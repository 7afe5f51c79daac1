import type { ReviewStore } from './review-store';

/** Above this, people should see that something is on its way. */
const PATIENCE_MS = 200;

/**
 * Waits until a review was answered, though not for long: a skeleton that would be replaced at once is not worth drawing,
 * and drawing it would keep the browser from the answer.
 */
export const answeredSoon = ({ get, subscribe }: Pick<ReviewStore, 'get' | 'subscribe'>): Promise<void> =>
  new Promise((resolve) => {
    const isAnswered = (): boolean => get().review.state !== 'loading';
    if (isAnswered()) return resolve();
    const end = (): void => {
      leave();
      clearTimeout(patience);
      resolve();
    };
    const leave = subscribe(() => isAnswered() && end());
    const patience = setTimeout(end, PATIENCE_MS);
  });
