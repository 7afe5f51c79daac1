import * as v from 'valibot';
import type { CheckInSummary } from '../domain/check-in';
import type { IsoDate } from '../domain/dates';
import type { Objective } from '../domain/objective';
import type { Outcome } from './outcome';
import { isoDate, keyResultId, projectId } from './schemas';
import type { CycleView } from './views';

/** The sprint review. The sprint and its issues are read by the front end, as the viewer; this brings the values. */
export type SprintReviewApi = {
  loadSprintReview: (payload: LoadSprintReview) => Outcome<SprintReviewView>;
};

export const loadSprintReview = v.strictObject({
  /** The board's project, whose key results are shown even where no issue of the sprint serves them. */
  projectId: v.nullable(projectId),
  /** The days of the sprint; cycles that overlap them count. */
  start: isoDate,
  end: isoDate,
  /** The key results that the sprint's issues serve. */
  keyResultIds: v.pipe(v.array(keyResultId), v.maxLength(100, 'Ask for at most 100 key results.')),
});
export type LoadSprintReview = v.InferOutput<typeof loadSprintReview>;

export type SprintReviewView = {
  readonly today: IsoDate;
  /** The objectives of the key results asked for, and the project's of those cycles, as far as the viewer may see them. */
  readonly objectives: readonly Objective[];
  readonly cycles: readonly CycleView[];
  /** Check-ins of the objectives' key results, oldest first, by key result. */
  readonly checkIns: Readonly<Record<string, readonly CheckInSummary[]>>;
};
