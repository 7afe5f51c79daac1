import type { IsoDate } from './dates';
import type { CycleId } from './ids';

export type CycleState = 'draft' | 'active' | 'closed';

/** A stretch of time for which objectives are set: a quarter, six weeks, a year. Both days belong to it. */
export type Cycle = {
  readonly id: CycleId;
  readonly name: string;
  readonly startDate: IsoDate;
  readonly endDate: IsoDate;
  readonly state: CycleState;
  readonly revision: number;
};

/** The states that a cycle may go to next. A closed cycle may be reopened, a used one does not become a draft again. */
export const nextStates = (state: CycleState): readonly CycleState[] =>
  (({ draft: ['active'], active: ['closed'], closed: ['active'] }) as const)[state];

/** Whether a day lies in the cycle. */
export const cycleCovers = (cycle: Pick<Cycle, 'startDate' | 'endDate'>, day: IsoDate): boolean =>
  cycle.startDate <= day && day <= cycle.endDate;

/**
 * The cycle that people mean who name none: an active one, else one that today lies in, else the next draft, else the
 * one that ended last. Of several the one that ends first, since a quarter is worked on before its year.
 */
export const cycleToShow = (cycles: readonly Cycle[], today: IsoDate): Cycle | null => {
  const byEnd = [...cycles].sort((a, b) => a.endDate.localeCompare(b.endDate));
  const active = byEnd.filter(({ state }) => state === 'active');
  return (
    active.find((cycle) => cycleCovers(cycle, today)) ??
    active[0] ??
    byEnd.find((cycle) => cycleCovers(cycle, today)) ??
    byEnd.find(({ state, startDate }) => state === 'draft' && startDate > today) ??
    byEnd.filter(({ endDate }) => endDate < today).at(-1) ??
    byEnd[0] ??
    null
  );
};

/** Active cycles first, then drafts, then closed ones; within each the latest first. */
export const inReadingOrder = (cycles: readonly Cycle[]): Cycle[] =>
  [...cycles].sort(
    (a, b) =>
      ORDER[a.state] - ORDER[b.state] ||
      b.startDate.localeCompare(a.startDate) ||
      a.name.localeCompare(b.name),
  );

const ORDER: Readonly<Record<CycleState, number>> = { active: 0, draft: 1, closed: 2 };
