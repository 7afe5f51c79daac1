import type { Cycle } from '../../src/domain/cycle';

/** What follows from activating a cycle, with the active ones that share days with it by name. */
export const activatingWords = (cycle: Cycle, cycles: readonly Cycle[]): string => {
  const others = cycles
    .filter(({ id, state }) => state === 'active' && id !== cycle.id)
    .filter(({ startDate, endDate }) => startDate <= cycle.endDate && cycle.startDate <= endDate)
    .map(({ name }) => name);
  const final = 'It cannot become a draft again.';
  if (others.length === 0) return final;
  const names = new Intl.ListFormat('en', { type: 'conjunction' }).format(others);
  return `It overlaps ${names}, which ${others.length === 1 ? 'is' : 'are'} active too. ${final}`;
};
