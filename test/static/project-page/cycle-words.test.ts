import type { Cycle } from '../../../src/domain/cycle';
import type { IsoDate } from '../../../src/domain/dates';
import type { CycleId } from '../../../src/domain/ids';
import { activatingWords } from '../../../static/project-page/cycle-words';

const aCycle = (name: string, startDate: string, endDate: string, state: Cycle['state']): Cycle => ({
  id: name as CycleId,
  name,
  startDate: startDate as IsoDate,
  endDate: endDate as IsoDate,
  state,
  revision: 1,
});

describe('what follows from activating a cycle', () => {
  const draft = aCycle('Summer', '2026-06-01', '2026-08-31', 'draft');

  it('names the active cycles that share days with it, and no others', () => {
    const cycles = [
      draft,
      aCycle('Second quarter', '2026-04-01', '2026-06-30', 'active'),
      aCycle('Last day', '2026-08-31', '2026-12-31', 'active'),
      aCycle('Day after', '2026-09-01', '2026-12-31', 'active'),
      aCycle('Closed', '2026-06-01', '2026-08-31', 'closed'),
      aCycle('Other draft', '2026-06-01', '2026-08-31', 'draft'),
    ];
    expect(activatingWords(draft, cycles)).toBe(
      'It overlaps Second quarter and Last day, which are active too. It cannot become a draft again.',
    );
  });

  it('is only that there is no way back where nothing overlaps', () => {
    expect(activatingWords(draft, [draft])).toBe('It cannot become a draft again.');
  });
});
