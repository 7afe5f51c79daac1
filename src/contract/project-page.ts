import * as v from 'valibot';
import type { Outcome, Problem } from './outcome';
import {
  accountId,
  checkInId,
  confidence,
  cycleId,
  finiteNumber,
  isoDate,
  keyResultId,
  metric,
  name,
  objectiveId,
  projectId,
  revision,
  scope,
  text,
  title,
  weight,
} from './schemas';
import type { CheckInView, CycleView, ObjectiveView } from './views';
import type { IsoDate } from '../domain/dates';
import type { AccountId } from '../domain/ids';

/** The project page: the team's objectives under the company's, kept and checked in on. */
export type ProjectPageApi = {
  loadProjectPage: (payload: LoadProjectPage) => Outcome<ProjectPageView>;
  /** A key result's check-ins, oldest first. */
  loadHistory: (payload: LoadHistory) => Outcome<History>;
  saveCycle: (payload: SaveCycle) => Outcome<CycleView>;
  changeCycleState: (payload: ChangeCycleState) => Outcome<CycleView>;
  saveObjective: (payload: SaveObjective) => Outcome<ObjectiveView>;
  archiveObjective: (payload: ArchiveObjective) => Outcome<ObjectiveView>;
  saveKeyResult: (payload: SaveKeyResult) => Outcome<ObjectiveView>;
  archiveKeyResult: (payload: ArchiveKeyResult) => Outcome<ObjectiveView>;
  checkIn: (payload: CheckInPayload) => Outcome<CheckedIn>;
  /** Who may see the team's objectives. */
  saveVisibility: (payload: SaveVisibility) => Outcome<{ readonly restricted: boolean }>;
};

export const loadProjectPage = v.strictObject({
  projectId,
  /** The cycle to show; `null` for the one that people mean who name none (`cycleToShow`). */
  cycleId: v.nullable(cycleId),
});
export type LoadProjectPage = v.InferOutput<typeof loadProjectPage>;

export const loadHistory = v.strictObject({ keyResultId });
export type LoadHistory = v.InferOutput<typeof loadHistory>;

export const saveCycle = v.pipe(
  v.strictObject({
    id: cycleId,
    /** The revision that was edited; `null` creates. */
    expectedRevision: v.nullable(revision),
    name,
    startDate: isoDate,
    endDate: isoDate,
  }),
  v.forward(
    v.check(
      ({ startDate, endDate }) => startDate < endDate,
      'The cycle ends before it begins. Give a later end.',
    ),
    ['endDate'],
  ),
);
export type SaveCycle = v.InferOutput<typeof saveCycle>;

export const changeCycleState = v.strictObject({
  id: cycleId,
  expectedRevision: revision,
  state: v.picklist(['active', 'closed'], 'Choose active or closed.'),
});
export type ChangeCycleState = v.InferOutput<typeof changeCycleState>;

export const saveObjective = v.strictObject({
  id: objectiveId,
  /** The revision that was edited; `null` creates. */
  expectedRevision: v.nullable(revision),
  cycleId,
  scope,
  title,
  description: text,
  owner: v.nullable(accountId),
});
export type SaveObjective = v.InferOutput<typeof saveObjective>;

export const archiveObjective = v.strictObject({
  id: objectiveId,
  expectedRevision: revision,
  archived: v.boolean('Say true or false.'),
});
export type ArchiveObjective = v.InferOutput<typeof archiveObjective>;

export const saveKeyResult = v.strictObject({
  id: keyResultId,
  /** The key result's own revision that was edited; `null` creates. */
  expectedRevision: v.nullable(revision),
  title,
  metric,
  owner: v.nullable(accountId),
  weight,
});
export type SaveKeyResult = v.InferOutput<typeof saveKeyResult>;

export const archiveKeyResult = v.strictObject({
  id: keyResultId,
  expectedRevision: revision,
  archived: v.boolean('Say true or false.'),
});
export type ArchiveKeyResult = v.InferOutput<typeof archiveKeyResult>;

export const checkIn = v.strictObject({
  id: checkInId,
  keyResultId,
  value: finiteNumber,
  confidence,
  note: text,
  date: isoDate,
});
export type CheckInPayload = v.InferOutput<typeof checkIn>;

export const saveVisibility = v.strictObject({ projectId, restricted: v.boolean('Say true or false.') });
export type SaveVisibility = v.InferOutput<typeof saveVisibility>;

export type ProjectPageView = {
  readonly today: IsoDate;
  readonly viewer: AccountId;
  readonly cycles: readonly CycleView[];
  /** The cycle that is shown, or `null` when there is none at all. */
  readonly cycle: CycleView | null;
  /** Company objectives first, then the team's; archived ones included (screens hide them unless asked). */
  readonly objectives: readonly ObjectiveView[];
  readonly mayManageCycles: boolean;
  readonly mayCreate: { readonly company: boolean; readonly team: boolean };
  readonly visibility: { readonly restricted: boolean; readonly mayChange: boolean };
  /**
   * Why Jira could not say what the viewer may see and do: there is only what everybody sees here then, and only what the
   * viewer owns may be changed.
   */
  readonly rightsUnknown: Problem | null;
};

export type History = { readonly checkIns: readonly CheckInView[] };

export type CheckedIn = { readonly objective: ObjectiveView; readonly checkIn: CheckInView };
