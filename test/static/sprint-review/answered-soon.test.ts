import { answeredSoon } from '../../../static/sprint-review/answered-soon';
import type { ReviewState } from '../../../static/sprint-review/review-store';
import { createCell } from '../../../static/shared/state-cell';

const PROBLEM = { code: 'unexpected', message: 'Not now' } as const;

const aReview = (review: ReviewState = { state: 'loading' }) => {
  const { get, subscribe, update } = createCell({ review });
  const listeners = new Set<() => void>();
  return {
    get,
    listeners,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      const leave = subscribe(listener);
      return () => (listeners.delete(listener), leave());
    },
    answer: () => update({ review: { state: 'error', problem: PROBLEM } }),
  };
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('what is answered already is not waited for', async () => {
  await answeredSoon(aReview({ state: 'error', problem: PROBLEM }));
  expect(jest.getTimerCount()).toBe(0);
});

test('an answer that comes soon ends the wait, and nobody listens any more', async () => {
  const review = aReview();
  const waiting = answeredSoon(review);
  review.answer();
  await waiting;
  expect(review.listeners.size).toBe(0);
  expect(jest.getTimerCount()).toBe(0);
});

test('an answer that does not come is not waited for long', async () => {
  const review = aReview();
  const waiting = answeredSoon(review);
  jest.runOnlyPendingTimers();
  await waiting;
  expect(review.get().review.state).toBe('loading');
  expect(review.listeners.size).toBe(0);
});
