import { estimatedFigures, exactFigures } from '../../../static/project-page/figures';
import { aTreeIssue } from './a-tree-issue';

describe('figures', () => {
  it('count an issue once however often it is listed', () => {
    const issue = aTreeIssue({ points: 3, done: true });
    expect(exactFigures([issue, issue])).toEqual({
      items: { done: 1, total: 1 },
      points: { done: 3, total: 3 },
      exact: true,
    });
  });

  it('take the points of what is not loaded to be like those of the sample', () => {
    const sample = [
      aTreeIssue({ id: '1', points: 2, done: true }),
      aTreeIssue({ id: '2', points: 4 }),
      aTreeIssue({ id: '3', points: null }),
    ];
    expect(estimatedFigures(sample, { total: 300, done: 100 })).toEqual({
      items: { done: 100, total: 300 },
      points: { done: 200, total: 600 },
      exact: false,
    });
  });

  it('are zero points when the sample is empty', () => {
    expect(estimatedFigures([], { total: 10, done: 5 }).points).toEqual({ done: 0, total: 0 });
  });
});
