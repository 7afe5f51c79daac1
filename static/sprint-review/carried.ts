import type { IntentView } from '../../src/contract/sprint-planning';
import type { IntentContinued } from '../../src/contract/sprint-review';
import type { KeyResultId } from '../../src/domain/ids';
import { placeOf, type IntentPlace } from '../../src/domain/sprint-intent';
import { createCell, type Cell } from '../shared/state-cell';

/** What happened to gaps while the review was open: it outlives looking at another sprint. */
export type Carried = Pick<Cell<CarriedState>, 'get' | 'subscribe'> & {
  /** Where a gap went; `null` where it was taken out again, `undefined` where nothing happened to it here. */
  readonly of: (id: KeyResultId, from: IntentPlace) => IntentContinued | null | undefined;
  readonly note: (id: KeyResultId, from: IntentPlace, continued: IntentContinued) => void;
  readonly noteTakenOut: (id: KeyResultId, from: IntentPlace, intent: IntentView) => void;
};

type CarriedState = {
  readonly gaps: ReadonlyMap<string, IntentContinued | null>;
  /** The intents that gaps went into, as they are known last: several may go into the same. */
  readonly intents: ReadonlyMap<string, IntentView>;
};

export const createCarried = (): Carried => {
  const cell = createCell<CarriedState>({ gaps: new Map(), intents: new Map() });
  const intentKey = ({ into }: IntentContinued): string => JSON.stringify(placeOf(into));
  const of: Carried['of'] = (id, from) => {
    const { gaps, intents } = cell.get();
    const gap = gaps.get(keyOf(id, from));
    return gap && { ...gap, intent: intents.get(intentKey(gap)) ?? gap.intent };
  };
  const set = (key: string, gap: IntentContinued | null, at: string | null, intent: IntentView): void => {
    const { gaps, intents } = cell.get();
    cell.update({
      gaps: new Map(gaps).set(key, gap),
      intents: at === null ? intents : new Map(intents).set(at, intent),
    });
  };
  return {
    get: cell.get,
    subscribe: cell.subscribe,
    of,
    note: (id, from, continued) => set(keyOf(id, from), continued, intentKey(continued), continued.intent),
    noteTakenOut: (id, from, intent) => {
      const gap = of(id, from);
      set(keyOf(id, from), null, gap ? intentKey(gap) : null, intent);
    },
  };
};

const keyOf = (id: KeyResultId, from: IntentPlace): string => JSON.stringify([id, from]);
