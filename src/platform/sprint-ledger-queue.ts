import { Queue } from '@forge/events';
import type { IsoInstant } from '../domain/dates';

/** What the consumer of `sprint-ledger` is asked to do. */
export type LedgerTask =
  | {
      readonly kind: 'freeze';
      readonly sprintId: number;
      /** The start date that was told when the sprint started; `null` when it closed. */
      readonly startedAt: IsoInstant | null;
    }
  /** Looks after all boards, those from a place in their list on. */
  | { readonly kind: 'reconcile'; readonly startAt: number };

/** Jira's search has what happened before by then. */
const SEARCH_LAG_S = 60;

/**
 * Has the platform call the consumer of `sprint-ledger`: at least once, perhaps late, and never two at a time for one
 * sprint.
 */
export const pushLedgerTask = async (task: LedgerTask): Promise<void> => {
  const key = task.kind === 'freeze' ? `sprint-${task.sprintId}` : 'reconcile';
  await new Queue({ key: 'sprint-ledger' }).push({
    body: task,
    delayInSeconds: task.kind === 'freeze' ? SEARCH_LAG_S : 0,
    concurrency: { key, limit: 1 },
  });
};
