import type { TeamKey } from '../people';

/** An objective of the demo with its key results and what was said of them. All of it is made up. */
export type ObjectiveText = {
  readonly cycle: 'closed' | 'active';
  readonly scope: 'company' | TeamKey;
  readonly title: string;
  readonly description: string;
  readonly owner: string;
  readonly keyResults: readonly KeyResultText[];
};

export type KeyResultText = {
  /** What epics call it. */
  readonly name: string;
  readonly title: string;
  readonly baseline: number;
  readonly target: number;
  readonly unit: string;
  readonly owner: string;
  readonly weight: number;
  /** One a week in the active cycle, one every two weeks in the closed one. */
  readonly checkIns: readonly CheckInText[];
};

/** Value, confidence from 0 to 10, and a note where there was something to say. */
export type CheckInText = readonly [value: number, confidence: number, note?: string];
