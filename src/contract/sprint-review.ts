import * as v from 'valibot';
import type { CheckInSummary } from '../domain/check-in';
import type { IsoDate, IsoInstant } from '../domain/dates';
import type { KeyResultId, ProjectId } from '../domain/ids';
import type { Period } from '../domain/period';
import type { Amount } from '../domain/ledger-sums';
import type { CarriedInto } from '../domain/sprint-intent';
import type { StartLine, TaggedLine } from '../domain/sprint-ledger';
import { inOneLine, LONGEST_LEARNING, VERDICTS, type GivenVerdict } from '../domain/verdict';
import type { Outcome } from './outcome';
import { finiteNumber, isoDate, keyResultId, projectId, text } from './schemas';
import { boardId, change, intentId, sprintId, type IntentView } from './sprint-planning';
import type { CycleView, ObjectiveView } from './views';

/**
 * The sprint review. What a closed sprint did is frozen in its ledger and comes from here; the work of one that runs, or
 * that was closed before the app was there, is read by the front end, as the viewer.
 */
export type SprintReviewApi = {
  loadSprintReview: (payload: LoadSprintReview) => Outcome<SprintReviewView>;
  loadReviewedKeyResults: (payload: LoadReviewedKeyResults) => Outcome<ReviewedKeyResults>;
  loadKeyResultWork: (payload: LoadKeyResultWork) => Outcome<KeyResultWork>;
  saveVerdict: (payload: SaveVerdict) => Outcome<VerdictSaved>;
  continueIntent: (payload: ContinueIntent) => Outcome<IntentContinued>;
};

export const loadSprintReview = v.strictObject({
  /** The board's project, whose key results are shown even where no issue of the sprint serves them. */
  projectId: v.nullable(projectId),
  boardId,
  place: v.variant('kind', [
    /** `null` is the board's active sprint, else the one that closed last. */
    v.strictObject({ kind: v.literal('sprint'), sprintId: v.nullable(sprintId) }),
    /** `null` is the period that today lies in. */
    v.strictObject({ kind: v.literal('period'), start: v.nullable(isoDate) }),
  ]),
});
export type LoadSprintReview = v.InferOutput<typeof loadSprintReview>;

/** Key results that the work serves and `loadSprintReview` could not know of. */
export const loadReviewedKeyResults = v.strictObject({
  keyResultIds: v.pipe(v.array(keyResultId), v.maxLength(100, 'Ask for at most 100 key results.')),
});
export type LoadReviewedKeyResults = v.InferOutput<typeof loadReviewedKeyResults>;

export const MOST_SPRINTS_OF_WORK = 40;

export const loadKeyResultWork = v.strictObject({
  keyResultId,
  sprintIds: v.pipe(
    v.array(sprintId),
    v.maxLength(MOST_SPRINTS_OF_WORK, `Ask for at most ${MOST_SPRINTS_OF_WORK} sprints.`),
  ),
});
export type LoadKeyResultWork = v.InferOutput<typeof loadKeyResultWork>;

const place = v.variant('kind', [
  v.strictObject({ kind: v.literal('sprint'), sprintId }),
  v.strictObject({ kind: v.literal('period'), boardId, start: isoDate }),
]);

export const learning = v.pipe(
  text,
  v.maxLength(LONGEST_LEARNING, `Shorten what you learned to ${LONGEST_LEARNING} characters.`),
  v.check((given) => given === inOneLine(given), 'Say what you learned in one line.'),
);

export const saveVerdict = v.strictObject({
  keyResultId,
  place,
  /** When the verdict that was edited was saved; `null` where there was none. */
  expectedSavedAt: v.nullable(v.pipe(v.string(), v.isoTimestamp('This is no moment.'))),
  /** `null` takes the verdict back. */
  verdict: v.nullable(v.picklist(VERDICTS, 'Choose confirmed, no effect or too early.')),
  learning,
});
export type SaveVerdict = v.InferOutput<typeof saveVerdict>;

export const continueIntent = v.strictObject({
  /** Of the saying that it becomes: a retried call finds itself by it. */
  id: intentId,
  /** The sprint or period whose gap goes on. */
  after: place,
  keyResultId,
  change,
  /** What is left of the movement, in the key result's unit. */
  movement: finiteNumber,
});
export type ContinueIntent = v.InferOutput<typeof continueIntent>;

/** A sprint as the viewer may see it. */
export type ReviewedSprint = {
  readonly id: number;
  readonly name: string;
  readonly state: 'future' | 'active' | 'closed';
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly completeDate: string | null;
  readonly goal: string | null;
  readonly boardId: number | null;
};

export type SprintReviewView = ReviewedKeyResults & {
  readonly today: IsoDate;
  /** The project whose own key results are shown; `null` where the board has none. */
  readonly projectId: ProjectId | null;
  /** `null` for a period, and for a board on which no sprint was started. */
  readonly sprint: ReviewedSprint | null;
  /** Of a board without sprints. */
  readonly period: Period | null;
  /** `null` where nothing was said, or nothing that the viewer may see. Gaps are carried where they still are. */
  readonly intent: IntentView | null;
  /** May the viewer say what the next sprint is to move, and give verdicts? */
  readonly mayPlan: boolean;
  /** `null` where nothing was frozen: the front end then reads the work and rebuilds what it did. */
  readonly ledger: LedgerView | null;
};

/** The objectives of key results, as far as the viewer may see them, with their values and what was learned of them. */
export type ReviewedKeyResults = {
  readonly objectives: readonly ObjectiveView[];
  readonly cycles: readonly CycleView[];
  /** Check-ins of the objectives' key results, oldest first, by key result. */
  readonly checkIns: Readonly<Record<string, readonly CheckInSummary[]>>;
  /** What was learned of them in reviews, the latest first, by key result; without an entry nothing was. */
  readonly learnings: Readonly<Record<string, readonly GivenVerdict[]>>;
};

/** A sprint's ledger, of the issues that the viewer may browse and of no others. */
export type LedgerView =
  | {
      readonly state: 'running';
      readonly startedAt: IsoInstant;
      /** What was in the sprint when it started. */
      readonly atStart: readonly StartLine[];
    }
  | {
      readonly state: 'closed';
      readonly startedAt: IsoInstant;
      readonly closedAt: IsoInstant;
      readonly frozenAt: IsoInstant;
      /** Whether the start was written down when it came; else it is rebuilt from histories, and tags then are unknown. */
      readonly startWasFrozen: boolean;
      /** Whether work that joined and left again may be missing, since there was too much to look through. */
      readonly mayMissRemoved: boolean;
      readonly lines: readonly TaggedLine[];
    };

/** What sprints did for a key result, summed over the issues that the viewer may browse, and what was learned of it. */
export type KeyResultWork = {
  readonly sprints: readonly {
    readonly sprintId: number;
    readonly done: Amount;
    readonly then: Amount;
    readonly now: Amount;
  }[];
  /** Those of which nothing is frozen. */
  readonly unknown: readonly number[];
  /** The latest first, of sprints that were not asked for as well. */
  readonly verdicts: readonly GivenVerdict[];
};

export type VerdictSaved = {
  readonly keyResultId: KeyResultId;
  readonly verdicts: readonly GivenVerdict[];
};

export type IntentContinued = {
  /** What it went on into. */
  readonly into: CarriedInto;
  /** The intent of the next sprint, with the key result in it. */
  readonly intent: IntentView;
  /** `false` where the next sprint already had the key result in its intent, which stays as it is. */
  readonly added: boolean;
};
