import type { Cycle } from './cycle';
import { elapsedShare, type IsoDate } from './dates';
import { servedKeyResults, type WorkItem } from './delivery';
import { activeKeyResults, currentValue, type KeyResult, type Objective } from './objective';
import { expectedValue, progressOf } from './progress';

/** Why a key result is at risk, with what that follows from. */
export type RiskReason =
  /** The latest check-in was this sure of the target, 0 to 10. */
  | { readonly kind: 'low-confidence'; readonly confidence: number; readonly date: IsoDate }
  /**
   * It has come less far than it would have in a straight line: `progress` and `expected` are shares of the way, `value`
   * and `expectedValue` the same in the key result's unit. `date` is the day the value held, `null` for the baseline.
   */
  | {
      readonly kind: 'behind';
      readonly progress: number;
      readonly expected: number;
      readonly value: number;
      readonly expectedValue: number;
      readonly date: IsoDate | null;
    };

export type KeyResultAtRisk = {
  readonly keyResult: KeyResult;
  readonly objective: Objective;
  readonly cycle: Cycle;
  /** Never empty; low confidence first. */
  readonly reasons: readonly RiskReason[];
};

/** Whoever is less sure than this, of 10, sees the key result in danger. */
const LOW_CONFIDENCE = 4;
/** A key result may lag this share of the way behind the straight line: values come in steps, check-ins late. */
export const GRACE = 0.1;

/**
 * The key results of active cycles that are at risk and that none of the work serves, itself or by what it inherits;
 * those that lag behind most come first.
 *
 * @param work - What is to be done next: a sprint's issues, say.
 * @param day - The day to judge progress on.
 */
export const atRiskWithoutWork = (
  { objectives, cycles }: { readonly objectives: readonly Objective[]; readonly cycles: readonly Cycle[] },
  work: readonly WorkItem[],
  day: IsoDate,
): KeyResultAtRisk[] => {
  const served = new Set(servedKeyResults(work));
  return objectives
    .filter(({ archived }) => !archived)
    .flatMap((objective) => {
      const cycle = cycles.find(({ id, state }) => id === objective.cycleId && state === 'active');
      if (!cycle) return [];
      return activeKeyResults(objective)
        .filter(({ id }) => !served.has(id))
        .map((keyResult) => ({ keyResult, objective, cycle, reasons: risksOf(keyResult, cycle, day) }));
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => lagOf(b, day) - lagOf(a, day) || a.keyResult.id.localeCompare(b.keyResult.id));
};

/** Why a key result is at risk on a day of its cycle; empty when it is not. */
export const risksOf = (
  keyResult: Pick<KeyResult, 'metric' | 'latest'>,
  cycle: Pick<Cycle, 'startDate' | 'endDate'>,
  day: IsoDate,
): RiskReason[] => {
  const { metric, latest } = keyResult;
  const value = currentValue(keyResult);
  const progress = progressOf(metric, value);
  const expected = elapsedShare(cycle.startDate, cycle.endDate, day);
  return [
    latest !== null && latest.confidence < LOW_CONFIDENCE
      ? [{ kind: 'low-confidence' as const, confidence: latest.confidence, date: latest.date }]
      : [],
    progress < expected - GRACE
      ? [
          {
            kind: 'behind' as const,
            progress,
            expected,
            value,
            expectedValue: expectedValue(metric, cycle, day),
            date: latest?.date ?? null,
          },
        ]
      : [],
  ].flat();
};

const lagOf = ({ keyResult, cycle }: KeyResultAtRisk, day: IsoDate): number =>
  elapsedShare(cycle.startDate, cycle.endDate, day) - progressOf(keyResult.metric, currentValue(keyResult));
