import type { CheckIn } from '../domain/check-in';
import type { Cycle } from '../domain/cycle';
import type { KeyResult, Objective } from '../domain/objective';

/**
 * An objective as one viewer may see it. What is computed is not in it: screens compute progress with the domain's own
 * functions, so that a number and its inputs cannot disagree.
 */
export type ObjectiveView = Omit<Objective, 'keyResults'> & {
  readonly keyResults: readonly KeyResultView[];
  /** May the viewer edit and archive it, and add, edit and archive its key results? */
  readonly mayEdit: boolean;
};

export type KeyResultView = KeyResult & {
  readonly mayCheckIn: boolean;
};

export type CycleView = Cycle;

export type CheckInView = CheckIn;
