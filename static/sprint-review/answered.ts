import type { ReviewStore } from './review-store';

/** Waits until the app answered for a review, be it with a problem; its work may still be on its way. */
export const answered = ({ get, subscribe }: Pick<ReviewStore, 'get' | 'subscribe'>): Promise<void> =>
  new Promise((resolve) => {
    const isAnswered = (): boolean => get().review.state !== 'loading';
    if (isAnswered()) return resolve();
    const leave = subscribe(() => {
      if (!isAnswered()) return;
      leave();
      resolve();
    });
  });
