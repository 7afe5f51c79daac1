import { periodOf } from '../../../static/sprint-review/sprint-period';
import { aDay } from '../../builders/okrs';

const dates = {
  startDate: '2026-02-02T09:00:00.000Z',
  endDate: '2026-02-16T09:00:00.000Z',
  completeDate: null,
};
const period = (start: string, end: string) => ({ start: aDay(start), end: aDay(end) });

test('takes a running sprint to its planned end, or to today where it runs late', () => {
  const sprint = { ...dates, state: 'active' as const };
  expect(periodOf(sprint, aDay('2026-02-10'))).toEqual(period('2026-02-02', '2026-02-16'));
  expect(periodOf(sprint, aDay('2026-02-20'))).toEqual(period('2026-02-02', '2026-02-20'));
});

test('takes a closed sprint to the day it was closed', () => {
  const sprint = { ...dates, state: 'closed' as const, completeDate: '2026-02-18T09:00:00.000Z' };
  expect(periodOf(sprint, aDay('2026-06-01'))).toEqual(period('2026-02-02', '2026-02-18'));
});

test('takes a planned sprint by its plan, or today where it has none', () => {
  const planned = { ...dates, state: 'future' as const };
  expect(periodOf(planned, aDay('2026-01-20'))).toEqual(period('2026-02-02', '2026-02-16'));
  const undated = { ...planned, startDate: null, endDate: null };
  expect(periodOf(undated, aDay('2026-01-20'))).toEqual(period('2026-01-20', '2026-01-20'));
});

test('never ends before it starts', () => {
  const sprint = { ...dates, state: 'closed' as const, endDate: '2026-01-01T09:00:00.000Z' };
  expect(periodOf(sprint, aDay('2026-06-01'))).toEqual(period('2026-02-02', '2026-02-02'));
});
