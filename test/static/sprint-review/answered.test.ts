import { createCell } from '../../../static/shared/state-cell';
import { answered } from '../../../static/sprint-review/answered';
import type { ReviewState } from '../../../static/sprint-review/review-store';

const PROBLEM = { code: 'unexpected', message: 'Not now' } as const;
const FAILED: ReviewState = { state: 'error', problem: PROBLEM };

test('what is answered already is not waited for', async () => {
  await expect(answered(createCell<{ review: ReviewState }>({ review: FAILED }))).resolves.toBeUndefined();
});

test('an answer ends the wait, and what comes after it is not listened to', async () => {
  const cell = createCell<{ review: ReviewState }>({ review: { state: 'loading' } });
  const leave = jest.fn();
  const waiting = answered({
    get: cell.get,
    subscribe: (listener) => {
      const end = cell.subscribe(listener);
      return () => (leave(), end());
    },
  });
  cell.update({ review: { state: 'loading' } });
  expect(leave).not.toHaveBeenCalled();
  cell.update({ review: FAILED });
  await waiting;
  expect(leave).toHaveBeenCalledTimes(1);
});
