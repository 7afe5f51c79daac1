import type { ReviewedKeyResults, SprintReviewView, VerdictSaved } from '../../src/contract/sprint-review';
import type { CheckedIn } from '../../src/contract/project-page';
import { inOrder, summaryOf } from '../../src/domain/check-in';
import type { KeyResultId } from '../../src/domain/ids';

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

/** Key results that the view does not know. */
export const unknownIn = (view: SprintReviewView, served: readonly KeyResultId[]): KeyResultId[] => {
  const known = new Set(view.objectives.flatMap(({ keyResults }) => keyResults.map(({ id }) => id)));
  return served.filter((id) => !known.has(id));
};

const byId = <T extends { readonly id: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];
