import type { IsoInstant } from '../domain/dates';
import type { JiraApi } from '../jira/jira-api';
import {
  listComputations,
  updateComputations,
  type Computation,
  type Computed,
} from '../jira/jql-computations';
import { countValues } from '../jira/jql-serving';
import { LONGEST_DELAY_S } from '../platform/jql-refresh-queue';
import { loadJqlRefresh, saveJqlRefresh } from '../storage/jql-refresh';
import { restedAt } from './ask-for-jql-refresh';
import { computeJql, startReading } from './compute-jql';

/** What a use costs besides the epics that are found for it. */
const REQUESTS_PER_USE = 5;
/** What finding out that there are too many epics costs at least. */
const TOO_MANY_POINTS = 1000;

/**
 * Reckons anew what Jira keeps of the app's functions and writes what has changed. Told twice of the same change, or of
 * one that a later refresh has seen, it does nothing; told while the site rests after a costly one, it is to be told again.
 *
 * @param dueAt - When Jira's search had what changed: a refresh that began then or later has seen it.
 * @returns After how many seconds to be told again; `null` when nothing is left to be done.
 */
export const refreshJql = async (
  jira: JiraApi,
  dueAt: IsoInstant,
  now: IsoInstant,
): Promise<number | null> => {
  const read = await loadJqlRefresh();
  if (read.value !== null && read.value.startedAt >= dueAt) return null;
  const rest = Math.ceil((restedAt(read.value) - Date.parse(now)) / 1000);
  if (rest > 0) return Math.min(rest, LONGEST_DELAY_S);
  const kept = await listComputations(jira);
  const { changes, points } = await reckon(jira, kept);
  await updateComputations(jira, changes);
  await saveJqlRefresh({ startedAt: now, points }, read);
  return null;
};

const reckon = async (jira: JiraApi, kept: readonly Computation[]) => {
  const known = new Map<string, Computed>();
  const changes: { readonly id: string; readonly computed: Computed }[] = [];
  const reading = startReading(jira);
  let points = REQUESTS_PER_USE;
  for (const computation of kept) {
    const { functionName, operator, arguments: given, id } = computation;
    const name = JSON.stringify([functionName.toLowerCase(), operator, given]);
    const computed = known.get(name) ?? (await computeJql(reading, computation)).computed;
    if (!known.has(name)) points += costOf(computed);
    known.set(name, computed);
    if (!isSame(computed, computation.kept)) changes.push({ id, computed });
  }
  return { changes, points };
};

const costOf = (computed: Computed): number =>
  REQUESTS_PER_USE + ('jql' in computed ? countValues(computed.jql) : TOO_MANY_POINTS);

const isSame = (a: Computed, b: Computed): boolean =>
  'jql' in a ? 'jql' in b && a.jql === b.jql : 'error' in b && a.error === b.error;
