import type { SprintFigures } from './history-figures';

/** Sprints side by side, each board's in a lane of its own, and in a further one those that ran at the same time. */
export const inLanes = (sprints: readonly SprintFigures[]): SprintFigures[][] => {
  const lanes: SprintFigures[][] = [];
  for (const figures of sprints) {
    const { boardId, from } = figures.sprint;
    const free = lanes.find((lane) => {
      const before = lane.at(-1)?.sprint;
      return before?.boardId === boardId && before.until <= from;
    });
    if (free) free.push(figures);
    else lanes.push([figures]);
  }
  return lanes;
};

/**
 * The names of sprints as they stand under a chart: what all begin with goes without saying. `Booking Sprint 27` is `27`.
 * Words are left whole; where nothing would be left, nothing is taken.
 */
export const shortNames = (names: readonly string[]): string[] => {
  const [first = '', ...others] = names;
  if (others.length === 0) return [...names];
  let common = first.length;
  for (const name of others) while (!name.startsWith(first.slice(0, common))) common -= 1;
  const whole = first.slice(0, common).lastIndexOf(' ') + 1;
  return names.map((name) => name.slice(whole).trim() || name);
};
