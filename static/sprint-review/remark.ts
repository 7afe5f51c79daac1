import type { IsoDate } from '../../src/domain/dates';
import type { DeliveryOverSprint } from '../../src/domain/ledger-sums';
import type { Metric } from '../../src/domain/objective';
import { progressOf } from '../../src/domain/progress';
import type { Movement } from '../../src/domain/sprint-movement';
import type { GivenVerdict } from '../../src/domain/verdict';
import type { IntendedAdvance } from './intended-advance';

/** What outcome and delivery say together, where it is worth saying aloud. */
export type Remark =
  | {
      readonly kind: 'delivered-not-moving';
      /** It went away from the target, rather than nowhere. */
      readonly wentBack: boolean;
      /** By when it was to show, a day that has come; `null` where nobody said it. */
      readonly wasDue: IsoDate | null;
    }
  /** Delivered and not moving, and not meant to move yet. */
  | { readonly kind: 'too-early'; readonly visibleBy: IsoDate }
  | {
      readonly kind: 'moved-without-work';
      /** The last review that called it too early to tell, whose work may show now. */
      readonly tooEarlyThen: GivenVerdict | null;
    };

/** Whether work and value go together. What shows later than it is delivered is given the time that the intent gave it. */
export const remarkOn = ({
  metric,
  movement,
  intended,
  delivery,
  learned,
}: {
  readonly metric: Metric;
  readonly movement: Movement | null;
  readonly intended: IntendedAdvance | null;
  readonly delivery: DeliveryOverSprint;
  readonly learned: readonly GivenVerdict[];
}): Remark | null => {
  if (movement === null) return null;
  if (delivery.now.items === 0) {
    if (movement.change === 0) return null;
    const latest = learned[0];
    return { kind: 'moved-without-work', tooEarlyThen: latest?.verdict === 'too-early' ? latest : null };
  }
  if (delivery.done.items === 0) return null;
  const value = intended?.value ?? movement.now;
  const progress = progressOf(metric, value) - progressOf(metric, movement.atStart);
  if (progress > 0 || progressOf(metric, value) >= 1) return null;
  if (intended && !intended.isDue) return { kind: 'too-early', visibleBy: intended.advance.visibleBy };
  return {
    kind: 'delivered-not-moving',
    wentBack: progress < 0,
    wasDue: intended && intended.advance.visibleBy,
  };
};
