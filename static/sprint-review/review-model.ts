import type { SprintReviewView } from '../../src/contract/sprint-review';
import type { CycleView, KeyResultView, ObjectiveView } from '../../src/contract/views';
import { cycleCovers } from '../../src/domain/cycle';
import type { IsoDate } from '../../src/domain/dates';
import {
  deliveryOverSprint,
  ledgerSums,
  linesByKeyResult,
  servedBy,
  type DeliveryOverSprint,
  type LedgerSums,
} from '../../src/domain/ledger-sums';
import { progressOf } from '../../src/domain/progress';
import type { IntentPlace } from '../../src/domain/sprint-intent';
import type { TaggedLine } from '../../src/domain/sprint-ledger';
import { movementOver, type Movement, type SprintSpan } from '../../src/domain/sprint-movement';
import { samePlace, verdictOn, type GivenVerdict } from '../../src/domain/verdict';
import { intendedAdvance, saidAdvances, type IntendedAdvance } from './intended-advance';
import { remarkOn, type Remark } from './remark';
import { placeOfView, spanOfView } from './reviewed-span';
import { isCounted, measureOfParts, sharesOf, type Shares } from './shares';

/**
 * Where a sprint's work comes from: written down when it closed, read while it runs, rebuilt from histories because
 * nobody wrote it down, read of a period of a board without sprints, or of a sprint that has not started.
 */
export type WorkSource = 'frozen' | 'running' | 'rebuilt' | 'period' | 'planned';

export type ReviewedWork = {
  readonly source: WorkSource;
  /** Of issues that the viewer may browse; none is listed twice. */
  readonly lines: readonly TaggedLine[];
  /** Whether work that joined and left again may be missing, since there was too much to look through. */
  readonly mayMissRemoved: boolean;
};

/** What a review says, in figures, whatever shows it. */
export type Review = {
  readonly view: SprintReviewView;
  /** `null` where there is nothing to review. */
  readonly place: IntentPlace | null;
  /** `null` while the sprint has not started. */
  readonly span: SprintSpan | null;
  /** `null` while it is not known. */
  readonly work: ReviewedWork | null;
  readonly sums: LedgerSums | null;
  readonly shares: Shares | null;
  /** Whether there are points to speak of: somebody estimated some of the work, be it with nought. */
  readonly isEstimated: boolean;
  /**
   * What the sprint was to move first, then what moved, then what is behind, then what its work serves beside: in an
   * order that stays when the work comes after the values.
   */
  readonly main: readonly ReviewRow[];
  /** Neither intended, nor worked on, nor moved, nor behind. */
  readonly quiet: readonly ReviewRow[];
  /** Work for key results that are unknown or hidden from the viewer, the same for both. */
  readonly hidden: { readonly keyResults: number; readonly lines: readonly TaggedLine[] } | null;
};

/** What a sprint says of one key result. */
export type ReviewRow = {
  readonly objective: ObjectiveView;
  readonly keyResult: KeyResultView;
  readonly cycle: CycleView;
  /** `null` while the sprint has not started. */
  readonly movement: Movement | null;
  /** What was to be moved, against what was; `null` where nobody said it. */
  readonly intended: IntendedAdvance | null;
  readonly lines: readonly TaggedLine[];
  readonly delivery: DeliveryOverSprint;
  /** Its part of the sprint's work, 0 to 1, in points or in items; `null` where there is no work. */
  readonly ofWork: number | null;
  /** What was said of it when this very sprint was reviewed. */
  readonly verdict: GivenVerdict | null;
  /** What was said of it in reviews of sprints that ended before, the latest first. */
  readonly learned: readonly GivenVerdict[];
  readonly remark: Remark | null;
};

/**
 * Puts a sprint's work beside the movement of the key results that the viewer may see, and what was intended beside both.
 * Nothing is said of work where it is not known, `null`.
 */
export const reviewOf = (view: SprintReviewView, boardId: number, work: ReviewedWork | null): Review => {
  const place = placeOfView(view, boardId);
  const span = spanOfView(view);
  const lines = work?.lines ?? [];
  const shares = work && sharesOf(lines);
  const serving = linesByKeyResult(lines);
  const rows = view.objectives.flatMap((objective) =>
    rowsOf(objective, { view, place, span, work, shares, serving }),
  );
  return {
    view,
    place,
    span,
    work,
    sums: work && ledgerSums(lines),
    shares,
    isEstimated: isEstimated(lines),
    main: rows.filter((row) => rankOf(row) !== null).sort(byRank(view, span?.end ?? view.today)),
    quiet: rows.filter((row) => rankOf(row) === null && !isArchived(row)),
    hidden: hiddenWork(lines, new Set(rows.map(({ keyResult }) => keyResult.id))),
  };
};

/** Whether somebody estimated some of the work, be it with nought. */
export const isEstimated = (lines: readonly TaggedLine[]): boolean =>
  lines.some(({ initialPoints, finalPoints }) => initialPoints !== null || finalPoints !== null);

/** Whether the value stands short of what was expected then, seen towards the target. */
export const isBehind = ({
  movement,
  keyResult: { metric },
}: Pick<ReviewRow, 'movement' | 'keyResult'>): boolean =>
  movement !== null && progressOf(metric, movement.now) < progressOf(metric, movement.expected);

export const moved = ({ movement }: Pick<ReviewRow, 'movement'>): boolean =>
  movement !== null && movement.change !== 0;

type Known = Pick<Review, 'view' | 'place' | 'span' | 'work' | 'shares'> & {
  readonly serving: ReturnType<typeof linesByKeyResult<TaggedLine>>;
};

const rowsOf = (
  objective: ObjectiveView,
  { view, place, span, work, shares, serving }: Known,
): ReviewRow[] => {
  const cycle = view.cycles.find(({ id }) => id === objective.cycleId);
  if (!cycle) return [];
  const advances = saidAdvances(view.intent);
  return objective.keyResults.map((keyResult): ReviewRow => {
    const { id, metric } = keyResult;
    const checkIns = view.checkIns[id] ?? [];
    const verdicts = view.learnings[id] ?? [];
    const end = span?.end ?? view.today;
    const lines = serving.get(id) ?? [];
    const delivery = deliveryOverSprint(lines);
    const advance = advances.find(({ keyResultId }) => keyResultId === id);
    const intended = advance
      ? intendedAdvance(advance, keyResult, checkIns, { end, today: view.today })
      : null;
    const learned = verdicts.filter(
      (given) => given.endedOn <= end && !(place && samePlace(given.place, place)),
    );
    const movement = span && movementOver(span, view.today, metric, cycle, checkIns);
    return {
      objective,
      keyResult,
      cycle,
      movement,
      intended,
      lines,
      delivery,
      ofWork: partOf(delivery, shares),
      verdict: place && verdictOn(verdicts, place),
      learned,
      remark: work && remarkOn({ metric, movement, intended, delivery, learned }),
    };
  });
};

const partOf = ({ now }: DeliveryOverSprint, shares: Shares | null): number | null => {
  if (shares === null || shares.all.items === 0) return null;
  const measure = measureOfParts(shares);
  return now[measure] / shares.all[measure];
};

const hiddenWork = (lines: readonly TaggedLine[], visible: ReadonlySet<string>): Review['hidden'] => {
  const hidden = new Set(servedBy(lines.filter(isCounted)).filter((id) => !visible.has(id)));
  if (hidden.size === 0) return null;
  return {
    keyResults: hidden.size,
    lines: lines.filter(({ tag }) => tag?.state === 'tagged' && tag.keyResults.some((id) => hidden.has(id))),
  };
};

const isArchived = ({ objective, keyResult }: ReviewRow): boolean => objective.archived || keyResult.archived;

/**
 * Where a key result stands in the review: intended, moved, behind, or only worked on; `null` for a quiet one. An archived
 * one shows only where it was to be moved or work serves it.
 */
const rankOf = (row: ReviewRow): number | null => {
  if (row.intended !== null) return 0;
  const isWorkedOn = row.lines.length > 0;
  if (isArchived(row) && !isWorkedOn) return null;
  if (moved(row)) return 1;
  if (isBehind(row)) return 2;
  return isWorkedOn ? 3 : null;
};

/** Of one rank what was said first comes first, and the sprint's own cycle before others. */
const byRank = ({ intent }: SprintReviewView, day: IsoDate): ((a: ReviewRow, b: ReviewRow) => number) => {
  const said = saidAdvances(intent).map(({ keyResultId }) => keyResultId);
  return (a, b) =>
    (rankOf(a) ?? 0) - (rankOf(b) ?? 0) ||
    said.indexOf(a.keyResult.id) - said.indexOf(b.keyResult.id) ||
    Number(cycleCovers(b.cycle, day)) - Number(cycleCovers(a.cycle, day));
};
