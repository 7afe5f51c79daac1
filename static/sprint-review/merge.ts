import type { ReviewedKeyResults, SprintReviewView, VerdictSaved } from '../../src/contract/sprint-review';
import type { CheckedIn } from '../../src/contract/project-page';
import { inOrder, summaryOf } from '../../src/domain/check-in';
import type { KeyResultId } from '../../src/domain/ids';
import type { CarriedInto } from '../../src/domain/sprint-intent';

/** The view with key results that were asked for later. */
export const withKeyResults = (view: SprintReviewView, more: ReviewedKeyResults): SprintReviewView => ({
  ...view,
  objectives: byId([...view.objectives, ...more.objectives]),
  cycles: byId([...view.cycles, ...more.cycles]),
  checkIns: { ...view.checkIns, ...more.checkIns },
  learnings: { ...view.learnings, ...more.learnings },
});

/** The view with a check-in that was just made, whatever a query may know of it yet. */
export const withCheckIn = (
  view: SprintReviewView,
  { checkIn, objective }: Pick<CheckedIn, 'checkIn' | 'objective'>,
): SprintReviewView => {
  const before = (view.checkIns[checkIn.keyResultId] ?? []).filter(({ id }) => id !== checkIn.id);
  return {
    ...view,
    objectives: view.objectives.map((one) => (one.id === objective.id ? objective : one)),
    checkIns: { ...view.checkIns, [checkIn.keyResultId]: inOrder([...before, summaryOf(checkIn)]) },
  };
};

export const withVerdicts = (
  view: SprintReviewView,
  { keyResultId, verdicts }: VerdictSaved,
): SprintReviewView => ({ ...view, learnings: { ...view.learnings, [keyResultId]: verdicts } });

/** The view with where a gap went on; `null` where it was taken out again. */
export const withCarriedInto = (
  view: SprintReviewView,
  id: KeyResultId,
  into: CarriedInto | null,
): SprintReviewView => {
  const { intent } = view;
  if (intent === null) return view;
  const advances = intent.said.advances.map((one) => {
    if ('hidden' in one || one.keyResultId !== id) return one;
    const { carriedInto: _before, ...said } = one;
    return into === null ? said : { ...said, carriedInto: into };
  });
  return { ...view, intent: { ...intent, said: { ...intent.said, advances } } };
};

/** Key results that the view does not know. */
export const unknownIn = (view: SprintReviewView, served: readonly KeyResultId[]): KeyResultId[] => {
  const known = new Set(view.objectives.flatMap(({ keyResults }) => keyResults.map(({ id }) => id)));
  return served.filter((id) => !known.has(id));
};

const byId = <T extends { readonly id: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];
