import { groupBySprint, overlaps } from '../../../static/project-page/sprint-groups';
import { aCycle, aDay } from '../../builders/okrs';
import { aBoardSprint, aTreeIssue } from './a-tree-issue';

const cycle = aCycle({ startDate: aDay('2026-01-01'), endDate: aDay('2026-03-31') });
const january = aBoardSprint({ id: 1 });
const february = aBoardSprint({
  id: 2,
  state: 'active',
  startDate: '2026-02-02T09:00:00.000Z',
  endDate: '2026-02-13T09:00:00.000Z',
});
const lastYear = aBoardSprint({
  id: 3,
  startDate: '2025-11-03T09:00:00.000Z',
  endDate: '2025-11-14T09:00:00.000Z',
});
const undated = aBoardSprint({ id: 4, state: 'future', startDate: null, endDate: null });
const sprints = new Map([january, february, lastYear, undated].map((sprint) => [sprint.id, sprint]));
const group = (...sprintIds: number[][]) =>
  groupBySprint(
    sprintIds.map((ids, index) => aTreeIssue({ id: String(index), sprintIds: ids })),
    sprints,
    cycle,
  ).map(({ sprint, issues }) => [sprint?.id ?? null, issues.map(({ id }) => id)]);

describe('work by sprint', () => {
  it('lists the newest sprint first and what is in none last', () => {
    expect(group([], [1], [2], [4])).toEqual([
      [4, ['3']],
      [2, ['2']],
      [1, ['1']],
      [null, ['0']],
    ]);
  });

  it('lists an issue under each sprint that it was in', () => {
    expect(group([1, 2])).toEqual([
      [2, ['0']],
      [1, ['0']],
    ]);
  });

  it('counts an issue that was only in sprints outside of the cycle as in none of it', () => {
    expect(group([3])).toEqual([[null, ['0']]]);
  });

  it('leaves out the sprint before the cycle of an issue that was carried into it', () => {
    expect(group([3, 1])).toEqual([[1, ['0']]]);
  });

  it('counts an issue of a sprint that the viewer may not see as in none', () => {
    const groups = groupBySprint([aTreeIssue({ sprintIds: [9] })], new Map([[9, null]]), cycle);
    expect(groups.map(({ sprint }) => sprint)).toEqual([null]);
  });
});

describe('a sprint of the cycle', () => {
  it('shares at least a day with it', () => {
    expect(overlaps(january, cycle)).toBe(true);
    expect(overlaps(lastYear, cycle)).toBe(false);
    const after = aBoardSprint({ startDate: '2026-04-01T00:00:00.000Z', endDate: null });
    expect(overlaps(after, cycle)).toBe(false);
  });

  it('ends when it was completed, not when it was meant to', () => {
    expect(overlaps({ ...lastYear, completeDate: '2026-01-02T09:00:00.000Z' }, cycle)).toBe(true);
  });

  it('may be one without dates, as long as the cycle is open', () => {
    expect(overlaps(undated, cycle)).toBe(true);
    expect(overlaps(undated, { ...cycle, state: 'closed' })).toBe(false);
  });
});
