import { countsOf, estimatedFigures, exactFigures } from '../../../static/project-page/figures';
import { aTreeIssue } from './a-tree-issue';

describe('figures', () => {
  it('count an issue once however often it is listed', () => {
    const issue = aTreeIssue({ points: 3, done: true });
    expect(exactFigures([issue, issue])).toEqual({
      items: { done: 1, total: 1 },
      points: { done: 3, total: 3 },
      exact: true,
      unestimated: 0,
    });
  });

  it('take what is not loaded to be like the first page', () => {
    const page = [
      aTreeIssue({ id: '1', points: 2, done: true }),
      aTreeIssue({ id: '2', points: 4 }),
      aTreeIssue({ id: '3', points: null }),
    ];
    expect(estimatedFigures(page, countsOf(page), { total: 300, done: 100 })).toEqual({
      items: { done: 100, total: 300 },
      points: { done: 200, total: 600 },
      exact: false,
      unestimated: 100,
    });
  });

  it('count what nobody estimated, which the points leave out', () => {
    const open = aTreeIssue({ id: '2' });
    const { points, unestimated } = exactFigures([aTreeIssue({ points: 6, done: true }), open, open]);
    expect({ points, unestimated }).toEqual({ points: { done: 6, total: 6 }, unestimated: 1 });
  });

  it('leave out the share of the first page that does not belong here', () => {
    const part = [aTreeIssue({ id: '1', done: true }), aTreeIssue({ id: '2' })];
    const estimate = estimatedFigures(part, { total: 8, done: 4 }, { total: 80, done: 40 });
    expect(estimate.items).toEqual({ done: 10, total: 20 });
  });

  it('are zero when the first page is empty', () => {
    const nothing = { done: 0, total: 0 };
    expect(estimatedFigures([], nothing, { total: 10, done: 5 })).toMatchObject({
      items: nothing,
      points: nothing,
    });
  });
});
