import type { SprintReviewView } from '../../src/contract/sprint-review';
import { cycleCovers, type Cycle } from '../../src/domain/cycle';
import type { IsoDate } from '../../src/domain/dates';
import { deliveryOf, servedKeyResults, servingKeyResult, type Delivery } from '../../src/domain/delivery';
import type { KeyResult, Objective } from '../../src/domain/objective';
import { progressOf } from '../../src/domain/progress';
import { movementOver, type Movement, type SprintSpan } from '../../src/domain/sprint-movement';
import type { SprintIssue } from '../shared/sprint-work';

/** What a sprint says of one key result. */
export type ReviewRow = {
  readonly objective: Objective;
  readonly keyResult: KeyResult;
  readonly cycle: Cycle;
  /** `null` while the sprint has not started. */
  readonly movement: Movement | null;
  readonly work: readonly SprintIssue[];
  readonly delivery: Delivery;
  readonly remark: Remark | null;
};

/** What the outcome and the work say together, where it is worth saying aloud. */
export type Remark = 'moved-without-work' | 'finished-without-movement';

export type ReviewRows = {
  /** Served by the sprint's issues first, then those that moved or are behind what was expected. */
  readonly main: readonly ReviewRow[];
  /** Neither worked on, nor moved, nor behind. */
  readonly quiet: readonly ReviewRow[];
  /** Work for key results that are unknown or hidden from the viewer, the same for both. */
  readonly hidden: { readonly keyResults: number; readonly work: readonly SprintIssue[] } | null;
};

/**
 * Puts the sprint's work beside the movement of the key results that the viewer may see. Nothing is said of the two
 * together where the work is not known, `null`.
 */
export const reviewRows = (
  known: readonly SprintIssue[] | null,
  view: SprintReviewView,
  span: SprintSpan | null,
): ReviewRows => {
  const work = known ?? [];
  const rows = view.objectives
    .flatMap((objective) => rowsOf(objective, work, view, span))
    .map((row): ReviewRow => (known === null ? { ...row, remark: null } : row));
  const day = span?.end ?? view.today;
  const served = rows.filter((row) => row.work.length > 0).sort(ownCycleAndMostWorkFirst(day));
  const others = rows.filter((row) => row.work.length === 0 && !isArchived(row));
  return {
    main: [...served, ...others.filter(moved), ...others.filter((row) => !moved(row) && isBehind(row))],
    quiet: others.filter((row) => !moved(row) && !isBehind(row)),
    hidden: hiddenWork(work, new Set(rows.map(({ keyResult }) => keyResult.id))),
  };
};

/** Whether the value stands short of what was expected then, seen towards the target. */
export const isBehind = ({
  movement,
  keyResult: { metric },
}: Pick<ReviewRow, 'movement' | 'keyResult'>): boolean =>
  movement !== null && progressOf(metric, movement.now) < progressOf(metric, movement.expected);

export const moved = ({ movement }: ReviewRow): boolean => movement !== null && movement.change !== 0;

const rowsOf = (
  objective: Objective,
  work: readonly SprintIssue[],
  view: SprintReviewView,
  span: SprintSpan | null,
): ReviewRow[] => {
  const cycle = view.cycles.find(({ id }) => id === objective.cycleId);
  if (!cycle) return [];
  return objective.keyResults.map((keyResult) => {
    const serving = servingKeyResult(work, keyResult.id);
    const movement =
      span && movementOver(span, view.today, keyResult.metric, cycle, view.checkIns[keyResult.id] ?? []);
    const delivery = deliveryOf(serving);
    return {
      objective,
      keyResult,
      cycle,
      movement,
      work: serving,
      delivery,
      remark: remarkOn(movement, delivery),
    };
  });
};

const remarkOn = (movement: Movement | null, { items }: Delivery): Remark | null => {
  if (movement === null) return null;
  if (movement.change !== 0) return items.total === 0 ? 'moved-without-work' : null;
  return items.done > 0 ? 'finished-without-movement' : null;
};

const hiddenWork = (work: readonly SprintIssue[], visible: ReadonlySet<string>): ReviewRows['hidden'] => {
  const hidden = new Set(servedKeyResults(work).filter((id) => !visible.has(id)));
  if (hidden.size === 0) return null;
  return {
    keyResults: hidden.size,
    work: work.filter(
      ({ tag }) => tag?.tag.state === 'tagged' && tag.tag.keyResults.some((id) => hidden.has(id)),
    ),
  };
};

const isArchived = ({ objective, keyResult }: ReviewRow): boolean => objective.archived || keyResult.archived;

/** Work tagged to a key result of another cycle than the sprint's own does not come before what the sprint is about. */
const ownCycleAndMostWorkFirst =
  (day: IsoDate) =>
  (a: ReviewRow, b: ReviewRow): number =>
    Number(cycleCovers(b.cycle, day)) - Number(cycleCovers(a.cycle, day)) ||
    b.delivery.points.total - a.delivery.points.total ||
    b.work.length - a.work.length;
