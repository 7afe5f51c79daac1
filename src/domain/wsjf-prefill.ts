import type { Cycle } from './cycle';
import { daysBetween, type IsoDate } from './dates';
import type { KeyResultId } from './ids';
import { activeKeyResults, currentValue, type KeyResult, type Objective } from './objective';
import { clamp, progressOf } from './progress';
import type { Tag } from './tag';
import { nearestOnScale, type Component, type ScaleValue } from './wsjf';

/** What a figure is filled in with, and from what. Without an estimate there is no job size. */
export type Prefill = {
  readonly value: ScaleValue | null;
  readonly source: 'key-results' | 'points' | 'assumed' | 'none';
};

export type Prefills = Readonly<Record<Component, Prefill>> & {
  /** What each key result of the tag adds: the derivation of business value and time criticality. */
  readonly parts: readonly KeyResultPart[];
};

/** What one key result adds to the figures, with everything that was reckoned with. */
export type KeyResultPart =
  | {
      readonly counts: true;
      readonly id: KeyResultId;
      readonly title: string;
      /** Its weight, and that of all key results of its objective; 1 each where no weight is given. */
      readonly weight: number;
      readonly totalWeight: number;
      /** The part of the way from baseline to target still to go, 0 to 1. */
      readonly gap: number;
      readonly cycleName: string;
      /** Days until its cycle ends; 0 on the last day and after it. */
      readonly daysLeft: number;
    }
  | {
      readonly counts: false;
      readonly id: KeyResultId;
      /** `null` where it is not known, or not to this viewer. */
      readonly title: string | null;
      readonly why: 'unknown' | 'archived' | 'closed' | 'not-started';
    };

/** A key result as the viewer sees it. */
export type KnownKeyResult = {
  readonly keyResult: KeyResult;
  readonly objective: Objective;
  readonly cycle: Cycle;
};

/**
 * What the figures of an issue start from. Only key results of active cycles count; an issue without one has 1 for
 * business value and time criticality, as risk reduction always has. Decision record 009 says why the formulas are so.
 */
export const prefillsOf = (
  { tag, points }: { readonly tag: Tag | null; readonly points: number | null },
  find: (id: KeyResultId) => KnownKeyResult | null,
  today: IsoDate,
): Prefills => {
  const parts = (tag?.state === 'tagged' ? tag.keyResults : []).map((id) => partOf(id, find(id), today));
  const counting = parts.filter((part) => part.counts);
  const fromKeyResults = (value: ScaleValue): Prefill =>
    counting.length === 0 ? ASSUMED : { value, source: 'key-results' };
  return {
    userBusinessValue: fromKeyResults(businessValue(counting)),
    timeCriticality: fromKeyResults(criticality(counting)),
    riskReduction: ASSUMED,
    jobSize:
      points === null ? { value: null, source: 'none' } : { value: nearestOnScale(points), source: 'points' },
    parts,
  };
};

type CountingPart = Extract<KeyResultPart, { counts: true }>;

/** With a quarter or more left nothing presses yet. */
export const DAYS_THAT_PRESS = 91;

/**
 * 20 × √(the sum over the key results of weight share × gap), the sum capped at 1, to the nearest of the scale. The
 * product is what the objective's progress gains when the key result gets to its target.
 */
const businessValue = (parts: readonly CountingPart[]): ScaleValue =>
  onScale(parts.reduce((sum, { weight, totalWeight, gap }) => sum + (weight / totalWeight) * gap, 0));

/**
 * 20 × √((1 − days left ÷ 91) × gap) of the key result that presses most, to the nearest of the scale: nothing presses
 * where nothing is left to go or a quarter is left to go it.
 */
export const criticality = (parts: readonly CountingPart[]): ScaleValue =>
  onScale(
    Math.max(
      0,
      ...parts.map(({ daysLeft, gap }) => (1 - Math.min(daysLeft, DAYS_THAT_PRESS) / DAYS_THAT_PRESS) * gap),
    ),
  );

const ASSUMED: Prefill = { value: 1, source: 'assumed' };

const partOf = (id: KeyResultId, known: KnownKeyResult | null, today: IsoDate): KeyResultPart => {
  if (known === null) return { counts: false, id, title: null, why: 'unknown' };
  const { keyResult, objective, cycle } = known;
  const { title } = keyResult;
  if (keyResult.archived || objective.archived) return { counts: false, id, title, why: 'archived' };
  if (cycle.state !== 'active') {
    return { counts: false, id, title, why: cycle.state === 'closed' ? 'closed' : 'not-started' };
  }
  const siblings = activeKeyResults(objective);
  const total = siblings.reduce((sum, { weight }) => sum + weight, 0);
  return {
    counts: true,
    id,
    title,
    weight: total === 0 ? 1 : keyResult.weight,
    totalWeight: total === 0 ? siblings.length : total,
    gap: 1 - clamp(progressOf(keyResult.metric, currentValue(keyResult))),
    cycleName: cycle.name,
    daysLeft: Math.max(0, daysBetween(today, cycle.endDate)),
  };
};

/** The root gives the small shares that key results have of an objective the whole of a scale that grows in steps. */
const onScale = (share: number): ScaleValue => nearestOnScale(20 * Math.sqrt(clamp(share)));
