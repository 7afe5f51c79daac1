import type { SprintPlanningView } from '../../src/contract/sprint-planning';
import { intentSentence, type Sayable, type SentenceName } from '../../src/domain/intent-sentence';
import type { KeyResultId } from '../../src/domain/ids';
import type { KeyResult, Objective } from '../../src/domain/objective';
import { goalParts, sameGoal } from '../../src/domain/sprint-goal';
import type { IntentPlace } from '../../src/domain/sprint-intent';

export type Named = { readonly objective: Objective; readonly keyResult: KeyResult };

/** The key results that the viewer may see, by their ids. */
export const namedIn = ({
  objectives,
  others,
}: Pick<SprintPlanningView, 'objectives' | 'others'>): ReadonlyMap<KeyResultId, Named> =>
  new Map(
    [...objectives, ...others].flatMap((objective) =>
      objective.keyResults.map((keyResult): [KeyResultId, Named] => [keyResult.id, { objective, keyResult }]),
    ),
  );

/** Whether not everybody on the site may see a key result that an intent names. */
export const namesRestricted = (view: SprintPlanningView, said: Sayable): boolean => {
  const named = namedIn(view);
  return said.advances.some(({ keyResultId }) => isRestricted(view, named.get(keyResultId)));
};

/** What was said, in one sentence, for who may see what the viewer may see. */
export const sentenceOf = (
  place: Pick<IntentPlace, 'kind'>,
  view: Pick<SprintPlanningView, 'objectives' | 'others'>,
  said: Sayable,
): string => {
  const named = namedIn(view);
  return intentSentence(place, said, (id) => nameOf(named.get(id)));
};

/** The same for everybody who sees the board: key results that not all of them may see have their short codes. */
export const sentenceForAll = (
  place: Pick<IntentPlace, 'kind'>,
  view: SprintPlanningView,
  said: Sayable,
): string => {
  const named = namedIn(view);
  return intentSentence(place, said, (id) =>
    isRestricted(view, named.get(id)) ? null : nameOf(named.get(id)),
  );
};

/** Whether a goal has a sentence of ours that was true before something else was said. */
export const saysEarlier = (goal: string | null, view: SprintPlanningView): boolean => {
  const every = everySentence(PLACE, view);
  const { ours } = goalParts(goal, every);
  return ours !== '' && !every.slice(0, 2).some((sentence) => sameGoal(sentence, ours));
};

/** Only a sprint has a goal. */
const PLACE = { kind: 'sprint' } as const;

/** Every sentence that this app may have put into the goal: of each thing said, in both ways of naming. */
export const everySentence = (place: Pick<IntentPlace, 'kind'>, view: SprintPlanningView): string[] =>
  view.intent === null
    ? []
    : [view.intent.said, ...view.intent.earlier].flatMap((said) => [
        sentenceOf(place, view, said),
        sentenceForAll(place, view, said),
      ]);

/** Nobody can choose another team's, but a file that is imported may name it; who may see it is not known here. */
const isRestricted = (
  { restricted, projectId }: Pick<SprintPlanningView, 'restricted' | 'projectId'>,
  named: Named | undefined,
): boolean => {
  const scope = named?.objective.scope;
  return scope?.type === 'team' && (restricted || scope.projectId !== projectId);
};

const nameOf = (named: Named | undefined): SentenceName =>
  named ? { title: named.keyResult.title, unit: named.keyResult.metric.unit } : null;
