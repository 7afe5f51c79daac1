import * as v from 'valibot';
import { deliveryOverSprint, linesByKeyResult, type DeliveryOverSprint } from '../../src/domain/ledger-sums';
import type { TaggedLine } from '../../src/domain/sprint-ledger';

/** What a sprint did for every key result that its work served, rebuilt from histories as one viewer may see them. */
export type SprintSums = {
  readonly sprintId: number;
  /** In milliseconds since 1970. Tags are as they were then. */
  readonly rebuiltAt: number;
  /** Whether work that joined and left again may be missing, since there was too much to look through. */
  readonly mayMissRemoved: boolean;
  /** By key result; without an entry nothing served it. */
  readonly keyResults: Readonly<Record<string, DeliveryOverSprint>>;
};

export const sumsOf = (
  sprintId: number,
  lines: readonly TaggedLine[],
  mayMissRemoved: boolean,
  rebuiltAt: number,
): SprintSums => ({
  sprintId,
  rebuiltAt,
  mayMissRemoved,
  keyResults: Object.fromEntries(
    [...linesByKeyResult(lines)].map(([id, serving]) => [id, deliveryOverSprint(serving)]),
  ),
});

const amount = v.object({ items: v.number(), points: v.number() });

/** For what comes back from a place that others may write to. */
export const sprintSums: v.GenericSchema<unknown, SprintSums> = v.object({
  sprintId: v.number(),
  rebuiltAt: v.number(),
  mayMissRemoved: v.boolean(),
  keyResults: v.record(v.string(), v.object({ done: amount, then: amount, now: amount })),
});
