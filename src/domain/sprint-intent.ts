import type { IsoDate, IsoInstant } from './dates';
import type { KeyResultId, ProjectId, SprintIntentId } from './ids';
import { directionOf, type Metric } from './objective';

/** What a sprint, or a period of a board without sprints, is about. */
export type IntentPlace =
  | { readonly kind: 'sprint'; readonly sprintId: number }
  | { readonly kind: 'period'; readonly boardId: number; readonly start: IsoDate };

/** One key result that a sprint is to move, as it was said. */
export type Advance = {
  readonly keyResultId: KeyResultId;
  /** What changes, so that it reads on from "by": `shortening the payment form`. */
  readonly change: string;
  /** How far the value is expected to go, in the key result's unit; negative is down. */
  readonly movement: number;
  readonly visibleBy: IsoDate;
  /** The key result's value when this was said, which the review measures from. */
  readonly valueThen: number;
  /** Where what was left of it went on, once it did. */
  readonly carriedInto?: CarriedInto;
};

/** A sprint or period that goes on with what another left; a sprint with its name at that moment. */
export type CarriedInto =
  | { readonly kind: 'sprint'; readonly sprintId: number; readonly name: string }
  | { readonly kind: 'period'; readonly boardId: number; readonly start: IsoDate };

export const placeOf = (into: CarriedInto): IntentPlace =>
  into.kind === 'sprint' ? { kind: 'sprint', sprintId: into.sprintId } : into;

/** An advance of a key result that somebody may not see: to them it has no words and no figures. */
export type HiddenAdvance = { readonly keyResultId: KeyResultId; readonly hidden: true };

export type SaidIntent = {
  readonly id: SprintIntentId;
  readonly savedAt: IsoInstant;
  /** Empty where it was taken back. */
  readonly advances: readonly Advance[];
};

export type SprintIntent = {
  readonly place: IntentPlace;
  readonly projectId: ProjectId;
  readonly revision: number;
  readonly said: SaidIntent;
  /** What was said before, newest first. */
  readonly earlier: readonly SaidIntent[];
};

/** Jira refuses no number of them, people do: a sprint that advances more advances none. */
export const MOST_ADVANCES = 5;
export const LONGEST_CHANGE = 200;
/** What was said before is kept this often; older versions go. */
export const MOST_EARLIER = 20;

/** The same intent said anew: what was said before moves to what was said earlier. */
export const saidAnew = (
  before: SprintIntent | null,
  said: SaidIntent,
  { place, projectId }: Pick<SprintIntent, 'place' | 'projectId'>,
): SprintIntent => ({
  place,
  projectId,
  revision: (before?.revision ?? 0) + 1,
  said,
  earlier: before ? [before.said, ...before.earlier].slice(0, MOST_EARLIER) : [],
});

/** What was typed of an advance. */
export type TypedAdvance = Omit<Advance, 'valueThen' | 'carriedInto'>;

/** What was typed of an advance that was said. */
export const typedOf = ({ keyResultId, change, movement, visibleBy }: Advance): TypedAdvance => ({
  keyResultId,
  change,
  movement,
  visibleBy,
});

/**
 * Gives each advance the value it was said at: one whose movement is as it was keeps its own, others have today's. Where it
 * was carried to stays with its key result.
 */
export const withValues = (
  typed: readonly TypedAdvance[],
  before: readonly Advance[],
  valueOf: (id: KeyResultId) => number,
): Advance[] =>
  typed.map((advance) => ({
    ...advance,
    valueThen: valueSaidAt(advance, before) ?? valueOf(advance.keyResultId),
    ...carriedFrom(before, advance.keyResultId),
  }));

const carriedFrom = (before: readonly Advance[], id: KeyResultId): Pick<Advance, 'carriedInto'> => {
  const into = before.find(({ keyResultId }) => keyResultId === id)?.carriedInto;
  return into === undefined ? {} : { carriedInto: into };
};

/** The intent with a note of where one of its advances was carried; `null` where it has none of it, or notes it already. */
export const withCarried = (
  intent: SprintIntent,
  id: KeyResultId,
  into: CarriedInto,
): SprintIntent | null => {
  const { said, revision } = intent;
  const noted = said.advances.map((one) => (one.keyResultId === id ? { ...one, carriedInto: into } : one));
  if (JSON.stringify(noted) === JSON.stringify(said.advances)) return null;
  return { ...intent, revision: revision + 1, said: { ...said, advances: noted } };
};

/** The value that a movement was said at; `null` where it is another one, or the first. */
export const valueSaidAt = (
  { keyResultId, movement }: { readonly keyResultId: string; readonly movement: number },
  before: readonly Advance[],
): number | null =>
  before.find((one) => one.keyResultId === keyResultId && one.movement === movement)?.valueThen ?? null;

/** What may be a slip in an expected movement, and is taken all the same. */
export type MovementRemark = 'away-from-target' | 'no-movement' | 'beyond-target';

export const remarkOnMovement = (metric: Metric, value: number, movement: number): MovementRemark | null => {
  if (movement === 0) return 'no-movement';
  const goesUp = movement > 0;
  if (goesUp !== (directionOf(metric) === 'increase')) return 'away-from-target';
  const after = tidy(value + movement);
  return (goesUp ? after > metric.target : after < metric.target) ? 'beyond-target' : null;
};

/** A value after a movement, without the dust of binary fractions: `6 - 0.8` is `5.2`. */
export const valueAfter = ({ valueThen, movement }: Pick<Advance, 'valueThen' | 'movement'>): number =>
  tidy(valueThen + movement);

const tidy = (value: number): number => Number(value.toPrecision(12));
