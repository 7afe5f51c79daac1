import type { IsoInstant } from '../domain/dates';
import { invocationPatience } from '../platform/invocation-patience';
import { waitForStorage } from '../storage/storage-calls';
import { reportPersonalData as report } from '../usecases/report-personal-data';

/** Called by Forge once a day, now and then twice. What it throws is logged by Forge and not tried again before tomorrow. */
export const reportPersonalData = async (): Promise<void> => {
  waitForStorage(() => invocationPatience);
  await report(new Date().toISOString() as IsoInstant, invocationPatience.timeLeft);
};
