import type { IntentView, SaidView } from '../contract/sprint-planning';
import type { Objective } from '../domain/objective';
import type { SaidIntent, SprintIntent } from '../domain/sprint-intent';

/** An intent as somebody sees it who may see these objectives: of other key results there is the id and no more. */
export const intentViewOf = (
  { revision, said, earlier }: SprintIntent,
  visible: readonly Objective[],
): IntentView => {
  const known = new Set(visible.flatMap(({ keyResults }) => keyResults.map(({ id }) => id)));
  const saidView = ({ advances, ...one }: SaidIntent): SaidView => ({
    ...one,
    advances: advances.map((advance) =>
      known.has(advance.keyResultId) ? advance : { keyResultId: advance.keyResultId, hidden: true },
    ),
  });
  return { revision, said: saidView(said), earlier: earlier.map(saidView) };
};
