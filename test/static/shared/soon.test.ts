import { soon } from '../../../static/shared/soon';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('what comes soon ends the wait', async () => {
  await expect(soon(Promise.resolve('here'))).resolves.toBe('here');
  expect(jest.getTimerCount()).toBe(0);
});

test('what fails ends the wait too: whoever needs it hears of it there', async () => {
  await expect(soon(Promise.reject(new Error('lost')))).resolves.toBeNull();
  expect(jest.getTimerCount()).toBe(0);
});

test('what does not come is not waited for long', async () => {
  const waiting = soon(new Promise(() => undefined));
  jest.runOnlyPendingTimers();
  await expect(waiting).resolves.toBeNull();
});
