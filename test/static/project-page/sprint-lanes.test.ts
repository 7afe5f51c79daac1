import { inLanes, shortNames } from '../../../static/project-page/sprint-lanes';
import { aDatedSprint, someFigures } from './a-sprint-figure';

describe('sprints in lanes', () => {
  it('share a lane when one begins on the day on which the one before ends', () => {
    const sprints = [
      aDatedSprint(1, '2026-01-05', '2026-01-19'),
      aDatedSprint(2, '2026-01-19', '2026-02-02'),
    ];
    expect(inLanes(sprints.map((sprint) => someFigures(sprint)))).toHaveLength(1);
  });

  it('do not share one when they run at the same time on one board', () => {
    const sprints = [
      aDatedSprint(1, '2026-01-05', '2026-01-19'),
      aDatedSprint(2, '2026-01-12', '2026-01-26'),
    ];
    expect(inLanes(sprints.map((sprint) => someFigures(sprint)))).toHaveLength(2);
  });
});

describe('names of sprints under a chart', () => {
  it('leave out what all begin with, in whole words', () => {
    expect(shortNames(['Booking Sprint 27', 'Booking Sprint 28'])).toEqual(['27', '28']);
    expect(shortNames(['Sprint 27', 'Sprint 28', 'Summer break'])).toEqual([
      'Sprint 27',
      'Sprint 28',
      'Summer break',
    ]);
    expect(shortNames(['Q1 S1', 'Q1 S10'])).toEqual(['S1', 'S10']);
  });

  it('stay whole where nothing would be left, or there is only one', () => {
    expect(shortNames(['Sprint 1'])).toEqual(['Sprint 1']);
    expect(shortNames(['Same', 'Same'])).toEqual(['Same', 'Same']);
    expect(shortNames([])).toEqual([]);
  });
});
