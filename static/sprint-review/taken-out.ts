import type { SaveSprintIntent } from '../../src/contract/sprint-planning';
import type { IntentContinued } from '../../src/contract/sprint-review';
import type { KeyResultId, SprintIntentId } from '../../src/domain/ids';
import { placeOf, typedOf, type Advance } from '../../src/domain/sprint-intent';

/** The intent that something was carried into, without it. What the viewer may not see of it the app keeps by itself. */
export const takenOut = (
  { into, intent }: IntentContinued,
  keyResultId: KeyResultId,
  id: SprintIntentId,
): SaveSprintIntent => ({
  id,
  place: placeOf(into),
  expectedRevision: intent.revision,
  advances: intent.said.advances
    .filter((one): one is Advance => !('hidden' in one) && one.keyResultId !== keyResultId)
    .map(typedOf),
});
