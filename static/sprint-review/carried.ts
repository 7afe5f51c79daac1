import type { IntentView } from '../../src/contract/sprint-planning';
import type { IntentContinued } from '../../src/contract/sprint-review';
import type { KeyResultId } from '../../src/domain/ids';
import { placeOf, type CarriedInto, type IntentPlace } from '../../src/domain/sprint-intent';

/** The gaps that were carried on while the page was open, and can be taken out again where they went. */
export type Carried = {
  /** What a gap went into, with the intent there as it is known last; `null` where it was not carried here. */
  readonly of: (id: KeyResultId, from: IntentPlace) => IntentContinued | null;
  readonly note: (id: KeyResultId, from: IntentPlace, continued: IntentContinued) => void;
  /** Notes what is said in a place now: several gaps may go into the same. */
  readonly noteIntent: (into: CarriedInto, intent: IntentView) => void;
};

export const createCarried = (): Carried => {
  const gaps = new Map<string, IntentContinued>();
  const intents = new Map<string, IntentView>();
  const keyOf = (id: KeyResultId, from: IntentPlace): string => JSON.stringify([id, from]);
  const intentKey = (into: CarriedInto): string => JSON.stringify(placeOf(into));
  const noteIntent: Carried['noteIntent'] = (into, intent) => void intents.set(intentKey(into), intent);
  return {
    of: (id, from) => {
      const gap = gaps.get(keyOf(id, from));
      return gap ? { ...gap, intent: intents.get(intentKey(gap.into)) ?? gap.intent } : null;
    },
    note: (id, from, continued) => {
      gaps.set(keyOf(id, from), continued);
      noteIntent(continued.into, continued.intent);
    },
    noteIntent,
  };
};
