import type { ProjectPageView } from '../../src/contract/project-page';
import type { CycleView, ObjectiveView } from '../../src/contract/views';
import { inReadingOrder } from '../../src/domain/cycle';

/** The page with an objective as it was saved, new or in place of its former self; one of another cycle is not in it. */
export const withObjective = (page: ProjectPageView, saved: ObjectiveView): ProjectPageView => {
  if (saved.cycleId !== page.cycle?.id) return page;
  return {
    ...page,
    objectives: page.objectives.some(({ id }) => id === saved.id)
      ? page.objectives.map((objective) => (objective.id === saved.id ? saved : objective))
      : [...page.objectives, saved],
  };
};

/** The page with a cycle as it was saved. A new one is shown at once: nothing is in it yet. */
export const withCycle = (page: ProjectPageView, saved: CycleView): ProjectPageView => {
  const isNew = page.cycles.every(({ id }) => id !== saved.id);
  return {
    ...page,
    cycles: inReadingOrder([...page.cycles.filter(({ id }) => id !== saved.id), saved]),
    cycle: isNew || page.cycle?.id === saved.id ? saved : page.cycle,
    objectives: isNew ? [] : page.objectives,
  };
};
