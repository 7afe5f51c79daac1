import type { Sprint } from '../../../src/jira/boards';
import type { Issue } from '../../../src/jira/issues';
import { isEstimated, sprintsAfter, sprintWorkOf } from '../../../static/shared/sprint-work';

const aSprint = (fields: Partial<Sprint>): Sprint => ({
  id: 1,
  name: 'Sprint',
  state: 'closed',
  startDate: '2026-01-05T09:00:00.000Z',
  endDate: '2026-01-19T09:00:00.000Z',
  completeDate: '2026-01-19T09:00:00.000Z',
  goal: null,
  boardId: 1,
  ...fields,
});
const aDoneIssue = (sprintIds: readonly number[]): Issue => ({
  id: '1',
  key: 'BILL-1',
  projectId: '10001',
  summary: 'Sign exports',
  type: 'Story',
  isSubtask: false,
  status: { name: 'Done', category: 'done' },
  parent: null,
  points: 3,
  sprintIds,
  assignee: null,
  ownTag: null,
});

test('counts work as finished in the sprint in which it was finished, not in those it was carried through', () => {
  const first = aSprint({ id: 1 });
  const second = aSprint({ id: 2, startDate: '2026-01-19T10:00:00.000Z' });
  const carried = aDoneIssue([1, 2]);
  const inSprint = (sprint: Sprint) =>
    sprintWorkOf([carried], new Map(), sprintsAfter(sprint, [first, second]))[0];
  expect(inSprint(first)).toMatchObject({ done: false, finishedLater: true });
  expect(inSprint(second)).toMatchObject({ done: true, finishedLater: false });
});

test('ignores sprints that have not started, and knows no later sprint of a running one', () => {
  const closed = aSprint({ id: 1 });
  const planned = aSprint({ id: 2, state: 'future', startDate: '2026-02-01T09:00:00.000Z' });
  const active = aSprint({ id: 3, state: 'active', startDate: '2026-01-20T09:00:00.000Z' });
  expect([...sprintsAfter(closed, [closed, planned, active])]).toEqual([3]);
  expect([...sprintsAfter(active, [closed, planned, active])]).toEqual([]);
});

test('reads an issue without a tag as having none', () => {
  expect(sprintWorkOf([aDoneIssue([1])], new Map(), new Set())[0]?.tag).toBeNull();
});

test('work counts as estimated when some of it is, be it with nought', () => {
  const estimated = (...points: readonly (number | null)[]) =>
    isEstimated(
      points.map((estimate) => ({
        ...aDoneIssue([]),
        done: true,
        points: estimate,
        tag: null,
        finishedLater: false,
      })),
    );
  expect([estimated(), estimated(null), estimated(null, 0)]).toEqual([false, false, true]);
});
