import type { KeyResultId } from '../../src/domain/ids';
import type { IntentPlace } from '../../src/domain/sprint-intent';
import { createCarried, type Carried } from './carried';
import { createSingleTask, type SingleTask } from '../shared/single-task';
import type { KeptVerdict } from './verdict-form';

/** What is typed and done about key results, by the sprint or period reviewed: it outlives looking at another one. */
export type ReviewForms = {
  readonly checkIn: (id: KeyResultId, place: IntentPlace | null) => SingleTask;
  /** The verdict on a key result, made when it is first asked for. */
  readonly verdict: (id: KeyResultId, place: IntentPlace, make: () => KeptVerdict) => KeptVerdict;
  readonly carried: Carried;
};

export const createReviewForms = (): ReviewForms => {
  const checkIns = new Map<string, SingleTask>();
  const verdicts = new Map<string, KeptVerdict>();
  return {
    checkIn: (id, place) => kept(checkIns, JSON.stringify([id, place]), createSingleTask),
    verdict: (id, place, make) => kept(verdicts, JSON.stringify([id, place]), make),
    carried: createCarried(),
  };
};

const kept = <Value>(all: Map<string, Value>, key: string, make: () => Value): Value => {
  const value = all.get(key) ?? make();
  all.set(key, value);
  return value;
};
