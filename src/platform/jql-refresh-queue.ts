import { Queue } from '@forge/events';
import type { IsoInstant } from '../domain/dates';

/** Forge keeps an event back no longer than this. */
export const LONGEST_DELAY_S = 900;

/**
 * Has the platform call the consumer of `jql-refresh` when the refresh is due: at least once, perhaps late, and never
 * two at a time.
 */
export const pushJqlRefresh = async (dueAt: IsoInstant, delayInSeconds: number): Promise<void> => {
  await new Queue({ key: 'jql-refresh' }).push({
    body: { dueAt },
    delayInSeconds: Math.min(Math.max(0, delayInSeconds), LONGEST_DELAY_S),
    concurrency: { key: 'jql-refresh', limit: 1 },
  });
};
