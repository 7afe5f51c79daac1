import { createSlots } from '../../../static/refinement/slots';

describe('slots of drawn lines', () => {
  it('lets a line keep its slot as long as it is drawn', () => {
    const slotsOf = createSlots();
    expect([...slotsOf(['a', 'b', 'c'])]).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ]);
    const next = slotsOf(['b', 'c', 'd']);
    expect([next.get('b'), next.get('c'), next.get('d')]).toEqual([1, 2, 0]);
  });

  it('never gives one slot to two lines, and needs no more than there are lines', () => {
    const slotsOf = createSlots();
    for (let from = 0; from < 200; from += 7) {
      const keys = ['active', ...Array.from({ length: 20 }, (_, at) => String(from + at))];
      const slots = [...slotsOf(keys).values()];
      expect(new Set(slots).size).toBe(21);
      expect(Math.max(...slots)).toBeLessThanOrEqual(20);
    }
  });
});
