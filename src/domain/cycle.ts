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

/** Active cycles first, then drafts, then closed ones; within each the latest first. */
export const inReadingOrder = (cycles: readonly Cycle[]): Cycle[] =>
  [...cycles].sort(
    (a, b) =>
      ORDER[a.state] - ORDER[b.state] ||
      b.startDate.localeCompare(a.startDate) ||
      a.name.localeCompare(b.name),
  );

const ORDER: Readonly<Record<CycleState, number>> = { active: 0, draft: 1, closed: 2 };
