import type { IsoInstant } from '../domain/dates';
import { ledgerLineOf, type LedgerRule, type LedgerWindow } from '../domain/sprint-ledger';
import type { EffectiveTag } from '../domain/tag';
import type { JiraApi } from './jira-api';
import {
  changedOutside,
  searchHistories,
  sprintMembers,
  type HistoryIssue,
  type HistoryReading,
} from './sprint-histories';
import { resolveTags, type TagSource } from './tags';

/** A sprint's issues, what is or was in it, with the tags that count for them now. */
export type SprintWork = {
  readonly issues: readonly HistoryIssue[];
  readonly tags: ReadonlyMap<string, EffectiveTag | null>;
  /** Whether there may be work that left and was not found. */
  readonly mayMissRemoved: boolean;
};

export type SprintToRead = {
  readonly id: number;
  /** The board's project: work that left is looked for there. `null` where there is none. */
  readonly projectId: string | null;
  readonly pointsField: string | null;
  readonly window: LedgerWindow;
  readonly rule: LedgerRule;
};

/**
 * All that is and, as far as searches find it, was in a sprint: what is in it now, and of what changed since it started
 * in its project what was in it meanwhile. Costs 1 + its issues in points for each page of 100 behind a resolver.
 *
 * @param now - The moment of asking.
 * @param most - How many issues in all, ancestors included, it may read about, given how many are in the sprint.
 */
export const readSprintWork = async (
  jira: JiraApi,
  { id, projectId, pointsField, window, rule }: SprintToRead,
  now: IsoInstant,
  most: (members: number) => number = () => MOST_IN_BROWSER,
  onPage?: (loaded: number) => void,
): Promise<SprintWork> => {
  const reading: HistoryReading = { pointsField, since: window.start, inSprint: id };
  const { issues: members } = await searchHistories(jira, sprintMembers(id), reading, Infinity, onPage);
  const known = new Map<string, TagSource>();
  const tags = await resolveTags(jira, members, known);
  const read = known.size + Math.ceil(known.size / 50);
  const rest = Math.min(MOST_OUTSIDE, most(members.length) - read);
  if (projectId === null || rest < 1) return { issues: members, tags, mayMissRemoved: true };

  const minutes = (Date.parse(now) - Date.parse(window.start)) / 60_000 + 1;
  const { issues: outside, isCut } = await searchHistories(
    jira,
    changedOutside(projectId, id, minutes),
    { ...reading, inSprint: null },
    rest,
    (loaded) => onPage?.(members.length + loaded),
  );
  const left = outside.filter(({ history }) => ledgerLineOf(history, window, rule) !== null);
  return {
    issues: [...members, ...left],
    tags: new Map([...tags, ...(await resolveTags(jira, left, known))]),
    mayMissRemoved: isCut,
  };
};

/** What changed outside of a sprint beyond this is not looked through, by anybody. */
const MOST_OUTSIDE = 1000;
const MOST_IN_BROWSER = Infinity;
