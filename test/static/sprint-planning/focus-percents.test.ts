import type { FocusShare } from '../../../src/domain/focus-share';
import { percentsOf } from '../../../static/sprint-planning/focus-percents';
import { aKeyResultId } from '../../builders/okrs';

const aShare = (wholes: readonly number[], rest: Partial<FocusShare>): FocusShare => {
  const tagged = wholes.reduce((total, whole) => total + whole, 0) - (rest.several ?? 0);
  const { exempt = 0, untagged = 0, several = 0 } = rest;
  return {
    measure: 'points',
    total: tagged + exempt + untagged,
    tagged,
    exempt,
    untagged,
    several,
    keyResults: wholes.map((whole, index) => ({ id: aKeyResultId(`kr000${index}`), whole, alone: whole })),
  };
};

describe('the percents of a share', () => {
  it('add up to what serves key results, and with the others to the whole', () => {
    expect(percentsOf(aShare([3, 2, 2], { exempt: 2, untagged: 3 }))).toEqual({
      tagged: 58,
      keyResults: [25, 17, 16],
      exempt: 17,
      untagged: 25,
    });
  });

  it('are each its own where work serves two key results and so is in both', () => {
    expect(percentsOf(aShare([6, 5], { several: 3, untagged: 4 }))).toEqual({
      tagged: 67,
      keyResults: [50, 42],
      exempt: 0,
      untagged: 33,
    });
  });

  it('are none where there is nothing to share', () => {
    expect(percentsOf(aShare([], {}))).toBeNull();
    expect(percentsOf(aShare([], { untagged: 5 }))).toMatchObject({ tagged: 0, untagged: 100 });
  });
});
