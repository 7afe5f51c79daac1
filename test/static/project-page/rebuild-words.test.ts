import { rebuildWords } from '../../../static/project-page/rebuild-words';
import { aDatedSprint } from './a-sprint-figure';

const closed = [1, 2, 3].map((id) => aDatedSprint(id, `2026-0${id}-02`, `2026-0${id}-16`));
const active = aDatedSprint(4, '2026-04-06', '2026-04-20', { state: 'active' });

describe('the words about sprints without frozen figures', () => {
  it('offer to rebuild them, to go on with the rest, and to do it again', () => {
    expect(rebuildWords(closed, 3, null)).toMatchObject({
      state: '3 sprints without frozen figures.',
      action: 'Rebuild 3 sprints from their histories',
      announcement: '',
    });
    expect(rebuildWords(closed, 1, null)).toMatchObject({
      state: '1 sprint without frozen figures. 2 of 3 sprints rebuilt.',
      action: 'Go on with the other 1',
    });
    expect(rebuildWords(closed, 0, null)).toMatchObject({
      state: '3 of 3 sprints rebuilt.',
      action: 'Rebuild again',
    });
  });

  it('tell how far a run is', () => {
    const run = { isGoing: true, done: 12, total: 40, issues: 12_345, problem: null };
    expect(rebuildWords(closed, 3, run)).toMatchObject({
      state: expect.stringContaining('12 of 40 sprints, 12,345 issues read') as string,
      action: 'Stop',
    });
  });

  it('speak of the one that runs as such', () => {
    expect(rebuildWords([active], 1, null)).toMatchObject({
      state: 'Team Sprint 4: figures are frozen at the close.',
      action: 'Read those of now',
    });
    expect(rebuildWords([...closed, active], 4, null).action).toBe('Rebuild 4 sprints from their histories');
  });
});
