import { choicesOf, matches } from '../../../static/shared/key-result-choices';
import type { CycleId, ObjectiveId, ProjectId } from '../../../src/domain/ids';
import type { Objective } from '../../../src/domain/objective';
import { aCycle, aKeyResult, aKeyResultId, anObjective } from '../../builders/okrs';

const current = aCycle({ id: 'ccurrent01' as CycleId, name: 'Q2', state: 'active' });
const later = aCycle({ id: 'clater0001' as CycleId, name: 'The year', state: 'active' });

const objective = (letter: string, over: Partial<Objective> = {}): Objective => {
  const id = `o${letter.repeat(9)}` as ObjectiveId;
  const keyResults = [aKeyResult({ id: aKeyResultId('kr0001', id), title: `Key result of ${letter}` })];
  return anObjective({ id, cycleId: current.id, title: `Objective ${letter}`, keyResults, ...over });
};
const team = { scope: { type: 'team', projectId: '1' as ProjectId } } as const;
const company = { scope: { type: 'company' } } as const;

describe('the key results to choose from', () => {
  it('come under their objectives, the company’s first', () => {
    const groups = choicesOf([objective('a', team), objective('b', company)], [current], null);
    expect(groups.map(({ label, detail }) => [label, detail])).toEqual([
      ['Objective b', 'Company'],
      ['Objective a', 'Team'],
    ]);
    expect(groups[0]?.options[0]?.label).toBe('Key result of b');
    expect(groups[0]?.options[0]?.detail).toMatch(/^0% of the way · now /);
  });

  it('name their cycle only where several are active', () => {
    const groups = choicesOf(
      [objective('a', team), objective('b', { ...team, cycleId: later.id })],
      [current, later],
      null,
    );
    expect(groups.map(({ detail }) => detail)).toEqual(['Team · Q2', 'Team · The year']);
  });

  it('leave out what is archived, of another cycle, or served already', () => {
    const served = objective('a', team);
    const archivedKeyResult = objective('b', {
      ...team,
      keyResults: [aKeyResult({ id: aKeyResultId('kr0001', 'obbbbbbbbb'), archived: true })],
    });
    const groups = choicesOf(
      [served, archivedKeyResult, objective('c', { archived: true }), objective('d', { cycleId: later.id })],
      [current],
      { state: 'tagged', keyResults: [served.keyResults[0]!.id] },
    );
    expect(groups).toEqual([]);
  });
});

describe('type-ahead', () => {
  const choice = { label: 'Support calls per account', objectiveTitle: 'A first delivery without calling' };

  it('finds words in any order, in the title or the objective’s', () => {
    expect(matches(choice, 'delivery CALLS')).toBe(true);
    expect(matches(choice, 'calls refunds')).toBe(false);
  });

  it('finds everything while nothing is typed', () => {
    expect(matches(choice, ' ')).toBe(true);
  });
});
