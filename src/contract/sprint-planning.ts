import * as v from 'valibot';
import type { IsoDate } from '../domain/dates';
import type { Band } from '../domain/focus-share';
import { ID_PATTERNS, type ProjectId, type SprintIntentId } from '../domain/ids';
import type { Objective } from '../domain/objective';
import { RHYTHM_WEEKS, type Period, type Rhythm } from '../domain/period';
import {
  LONGEST_CHANGE,
  MOST_ADVANCES,
  type Advance,
  type HiddenAdvance,
  type SaidIntent,
} from '../domain/sprint-intent';
import type { Outcome } from './outcome';
import type { Choices } from './refinement';
import { finiteNumber, isoDate, keyResultId, projectId, revision } from './schemas';

/**
 * Sprint planning: what a sprint, or a period of a board without sprints, is to move, and how much of its work serves key
 * results. Sprints, goals and work are Jira's and read and written by the front end, as the viewer.
 */
export type SprintPlanningApi = {
  loadSprintPlanning: (payload: LoadSprintPlanning) => Outcome<SprintPlanningView>;
  saveSprintIntent: (payload: SaveSprintIntent) => Outcome<IntentSaved>;
  savePlanningSettings: (payload: SavePlanningSettings) => Outcome<SettingsSaved>;
};

const jiraNumber = (what: string) =>
  v.pipe(
    v.number(`Give the id of ${what}.`),
    v.integer(`This is not the id of ${what}.`),
    v.minValue(1, `This is not the id of ${what}.`),
    v.maxValue(Number.MAX_SAFE_INTEGER, `This is not the id of ${what}.`),
  );
export const boardId = jiraNumber('a board');
export const sprintId = jiraNumber('a sprint');

const sprintPlace = v.strictObject({ kind: v.literal('sprint'), sprintId });

export const loadSprintPlanning = v.strictObject({
  /** The board's project. */
  projectId,
  boardId,
  place: v.variant('kind', [
    sprintPlace,
    /** The period that begins on the day; `null` for the one that today lies in. */
    v.strictObject({ kind: v.literal('period'), start: v.nullable(isoDate) }),
  ]),
  /** The key results that the work serves, so that they can be named. */
  keyResultIds: v.pipe(v.array(keyResultId), v.maxLength(100, 'Ask for at most 100 key results.')),
});
export type LoadSprintPlanning = v.InferOutput<typeof loadSprintPlanning>;

export const change = v.pipe(
  v.string('Say what changes.'),
  v.trim(),
  v.nonEmpty('Say what changes.'),
  v.maxLength(LONGEST_CHANGE, `Shorten what changes to ${LONGEST_CHANGE} characters.`),
);

export const intentId = v.pipe(
  v.string('Give an id.'),
  v.regex(ID_PATTERNS.sprintIntent, 'This is not the id of an intent.'),
  v.transform((text) => text as SprintIntentId),
);

export const saveSprintIntent = v.strictObject({
  /** Of this saying: a retried save finds itself by it. */
  id: intentId,
  place: v.variant('kind', [
    sprintPlace,
    v.strictObject({ kind: v.literal('period'), boardId, start: isoDate }),
  ]),
  /** The revision that was edited; `null` where nothing was said yet. */
  expectedRevision: v.nullable(revision),
  /** Empty takes back what was said. */
  advances: v.pipe(
    v.array(v.strictObject({ keyResultId, change, movement: finiteNumber, visibleBy: isoDate })),
    v.maxLength(MOST_ADVANCES, `Choose at most ${MOST_ADVANCES} key results.`),
    v.check(
      (advances) => new Set(advances.map((advance) => advance.keyResultId)).size === advances.length,
      'A key result is chosen twice. Remove it once.',
    ),
  ),
});
export type SaveSprintIntent = v.InferOutput<typeof saveSprintIntent>;

const ratio = v.pipe(
  v.number('Give a share from 0 to 100 %.'),
  v.minValue(0, 'Give a share of 0 % or more.'),
  v.maxValue(1, 'Give a share of 100 % or less.'),
);

export const band = v.pipe(
  v.strictObject({ low: ratio, high: ratio }),
  v.forward(
    v.check(({ low, high }) => low <= high, 'The band ends below where it begins. Give a higher end.'),
    ['high'],
  ),
);

export const rhythm = v.strictObject({
  weeks: v.picklist(RHYTHM_WEEKS, 'Choose two or four weeks.'),
  firstDay: isoDate,
});

export const savePlanningSettings = v.strictObject({
  boardId,
  /** The revision that was edited; `null` where nothing was set yet. */
  expectedRevision: v.nullable(revision),
  band: v.nullable(band),
  /** `null` leaves the usual one. */
  rhythm: v.nullable(rhythm),
});
export type SavePlanningSettings = v.InferOutput<typeof savePlanningSettings>;

export type SprintPlanningView = Choices & {
  /** The board's project, whose own and the company's key results may be chosen. */
  readonly projectId: ProjectId;
  readonly today: IsoDate;
  /** Objectives that the work or the intent names and that are no choice any more, as far as the viewer may see them. */
  readonly others: readonly Objective[];
  /** Whether only people who may browse the project see its OKRs. */
  readonly restricted: boolean;
  /** May the viewer say the intent and set the band and the rhythm? */
  readonly mayPlan: boolean;
  /** `null` where nothing was said, or nothing that the viewer may see. */
  readonly intent: IntentView | null;
  readonly settings: PlanningSettingsView;
  /** Of a board without sprints: the period that was asked for. */
  readonly period: Period | null;
};

export type IntentView = {
  readonly revision: number;
  readonly said: SaidView;
  /** Newest first. */
  readonly earlier: readonly SaidView[];
};

export type SaidView = Omit<SaidIntent, 'advances'> & {
  readonly advances: readonly (Advance | HiddenAdvance)[];
};

export type PlanningSettingsView = {
  readonly revision: number | null;
  readonly band: Band | null;
  readonly rhythm: Rhythm | null;
};

export type IntentSaved = { readonly intent: IntentView };
export type SettingsSaved = { readonly settings: PlanningSettingsView };
