import type { CheckInSummary } from './check-in';
import type { AccountId, CycleId, KeyResultId, ObjectiveId, ProjectId } from './ids';

/** Whose objective it is: the whole site's, or one team's (a Jira project with its boards). */
export type Scope = { readonly type: 'company' } | { readonly type: 'team'; readonly projectId: ProjectId };

export type Objective = {
  readonly id: ObjectiveId;
  readonly cycleId: CycleId;
  readonly scope: Scope;
  readonly title: string;
  readonly description: string;
  readonly owner: AccountId | null;
  readonly archived: boolean;
  readonly keyResults: readonly KeyResult[];
  /** Counts the changes of the objective's own fields; work on its key results does not count here. */
  readonly revision: number;
};

export type KeyResult = {
  readonly id: KeyResultId;
  readonly title: string;
  readonly metric: Metric;
  readonly owner: AccountId | null;
  /** 0 or more; all zero within an objective means equal. */
  readonly weight: number;
  readonly archived: boolean;
  /** The newest check-in by date, kept here so that a screen needs no history to show the value. */
  readonly latest: CheckInSummary | null;
  /** Counts the changes of this key result alone, so that work on its siblings does not collide with it. */
  readonly revision: number;
};

/** A number that is to go from `baseline` to `target`; the direction follows from the two. */
export type Metric = { readonly baseline: number; readonly target: number; readonly unit: string };

export type Direction = 'increase' | 'decrease';

export const directionOf = ({ baseline, target }: Metric): Direction =>
  target > baseline ? 'increase' : 'decrease';

/** The value of a key result: its newest check-in's, else its baseline. */
export const currentValue = (keyResult: Pick<KeyResult, 'metric' | 'latest'>): number =>
  keyResult.latest?.value ?? keyResult.metric.baseline;

export const activeKeyResults = (objective: Pick<Objective, 'keyResults'>): KeyResult[] =>
  objective.keyResults.filter((keyResult) => !keyResult.archived);
