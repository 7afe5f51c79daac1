import type { IsoInstant } from '../domain/dates';
import { pushJqlRefresh } from '../platform/jql-refresh-queue';
import { loadJqlRefresh, type JqlRefresh } from '../storage/jql-refresh';

/** By then Jira's search has what was written. */
const SEARCH_LAG_MS = 60_000;
/** All who ask within such a stretch ask for the same refresh. */
const SLOT_MS = 15_000;
/** After a refresh that cost so many points, this long none: a site costs 3,600 points an hour in the long run, no more. */
const REST_PER_POINT_MS = 1000;
/** Forge keeps an event back no longer than 15 minutes. */
const LONGEST_WAIT_MS = 14 * 60_000;

/**
 * Asks for what Jira keeps of the app's functions to be reckoned again, once Jira's search has seen what has just
 * changed. Asked often, it comes once. @throws when the platform does not take it: nothing was asked for then.
 *
 * @param until - When the last of it will have changed; it may still go on.
 */
export const askForJqlRefresh = async (now: IsoInstant, until = now): Promise<void> => {
  const { value: last } = await loadJqlRefresh();
  const dueAt = dueAfter(until, last);
  await pushJqlRefresh(
    new Date(dueAt).toISOString() as IsoInstant,
    Math.ceil((dueAt - Date.parse(now)) / 1000),
  );
};

/** The same after a change of OKRs, which is saved whatever becomes of this. */
export const jqlMayHaveChanged = async (now: IsoInstant): Promise<void> => {
  await askForJqlRefresh(now).catch(() =>
    console.warn('JQL functions are not refreshed after a change of OKRs.'),
  );
};

const dueAfter = (now: IsoInstant, last: JqlRefresh | null): number => {
  const asked = Date.parse(now);
  const due = Math.max(asked + SEARCH_LAG_MS, Math.min(restedAt(last), asked + LONGEST_WAIT_MS));
  return Math.ceil(due / SLOT_MS) * SLOT_MS;
};

/** Until when nothing is to be reckoned again, in milliseconds since 1970. */
export const restedAt = (last: JqlRefresh | null): number =>
  last === null ? 0 : Date.parse(last.startedAt) + last.points * REST_PER_POINT_MS;
