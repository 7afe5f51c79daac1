import type { IsoInstant } from './dates';
import type { WorkItem } from './delivery';
import { factsAt, phasesOf, phasesWithin, type IssueFacts, type IssueHistory } from './issue-history';
import type { EffectiveTag, ExemptionReason, Tag } from './tag';
import type { KeyResultId } from './ids';

/** How an issue came into a sprint: it was in it when it started, joined later, or was finished before it started. */
export type LedgerEntrance = 'committed' | 'added' | 'done-before-start';

/** Where an issue stands at the close, or now while the sprint runs. */
export type LedgerOutcome = 'completed' | 'not-completed' | 'removed' | 'completed-elsewhere';

/** What a sprint's ledger says of one issue. Every issue of a sprint has exactly one outcome and one entrance. */
export type LedgerLine = {
  readonly issueId: string;
  readonly entrance: LedgerEntrance;
  readonly outcome: LedgerOutcome;
  /** The estimate at the start or, of work that joined later, when it first did. */
  readonly initialPoints: number | null;
  /** The estimate at the close or, of work that left, when it last did. */
  readonly finalPoints: number | null;
};

/** A tag as it was, without what is of no use later. */
export type LedgerTag =
  | { readonly state: 'tagged'; readonly keyResults: readonly KeyResultId[]; readonly inherited: boolean }
  | { readonly state: 'exempt'; readonly reason: ExemptionReason; readonly inherited: boolean };

/** A line with the tag that counted for the issue. */
export type TaggedLine = LedgerLine & {
  readonly tag: LedgerTag | null;
  /** The tag at the start; `undefined` where nobody wrote it down then. */
  readonly tagAtStart?: LedgerTag | null;
};

/** What was written down of an issue when its sprint started. */
export type StartLine = {
  readonly issueId: string;
  readonly points: number | null;
  readonly done: boolean;
  readonly tag: LedgerTag | null;
};

/** Between which moments a ledger is kept. `close` is the present while the sprint runs. */
export type LedgerWindow = { readonly start: IsoInstant; readonly close: IsoInstant };

/** What belongs to a sprint (or a board's period) and what is done there. */
export type LedgerRule = {
  readonly isIn: (facts: IssueFacts) => boolean;
  readonly isDone: (facts: IssueFacts) => boolean;
};

/** The rule of a sprint: done is what stands in the board's last column. */
export const sprintRule = (sprintId: number, doneStatusIds: ReadonlySet<string>): LedgerRule => ({
  isIn: ({ sprintIds }) => sprintIds.includes(sprintId),
  isDone: ({ statusId }) => doneStatusIds.has(statusId),
});

/**
 * The rule of a period of a board without sprints: in it is what somebody has begun, done what stands in the last column.
 * What was done before the period and stayed so is completed elsewhere, and is none of the period's work.
 */
export const periodRule = (
  begunStatusIds: ReadonlySet<string>,
  doneStatusIds: ReadonlySet<string>,
): LedgerRule => ({
  isIn: ({ statusId }) => begunStatusIds.has(statusId) || doneStatusIds.has(statusId),
  isDone: ({ statusId }) => doneStatusIds.has(statusId),
});

/**
 * What a ledger says of an issue, from its history; `null` when it was not in the sprint between the two moments.
 *
 * The algorithm is Jira's own sprint report, as it can be rebuilt from histories: done at the start without having been
 * reopened or finished inside is completed elsewhere; else what is in it at the close is completed or not; else removed.
 * Source: the definitions Atlassian gives of its velocity chart, and SYTrofimov/jira-sprint-report for the order of rules.
 */
export const ledgerLineOf = (
  history: IssueHistory,
  { start, close }: LedgerWindow,
  { isIn, isDone }: LedgerRule,
): LedgerLine | null => {
  const phases = phasesOf(history);
  const atStart = factsAt(phases, start);
  const inside = phasesWithin(phases, start, close);
  const wasIn = atStart !== null && isIn(atStart);
  const joined = inside.find(({ facts }) => isIn(facts))?.facts ?? null;
  const first = wasIn ? atStart : joined;
  const atClose = factsAt(phases, close);
  if (first === null || atClose === null) return null;

  const doneAtStart = atStart !== null && isDone(atStart);
  const stayedDone = doneAtStart && inside.every(({ facts }) => isDone(facts));
  return {
    issueId: history.id,
    entrance: wasIn ? (doneAtStart ? 'done-before-start' : 'committed') : 'added',
    outcome: stayedDone ? 'completed-elsewhere' : outcomeOf(atClose, { isIn, isDone }),
    initialPoints: first.points,
    finalPoints: isIn(atClose)
      ? atClose.points
      : pointsOnLeaving([atStart, ...inside.map(({ facts }) => facts)], isIn),
  };
};

/** What a ledger says of an issue that was there at the start and of which there is nothing any more. */
export const goneLine = ({ issueId, points, done, tag }: StartLine): TaggedLine => ({
  issueId,
  entrance: done ? 'done-before-start' : 'committed',
  outcome: done ? 'completed-elsewhere' : 'removed',
  initialPoints: points,
  finalPoints: points,
  tag,
  tagAtStart: tag,
});

/** What is written down of an issue at a sprint's start; `null` when it was not in it. */
export const startLineOf = (
  history: IssueHistory,
  start: IsoInstant,
  { isIn, isDone }: LedgerRule,
  tag: LedgerTag | null,
): StartLine | null => {
  const facts = factsAt(phasesOf(history), start);
  if (facts === null || !isIn(facts)) return null;
  return { issueId: history.id, points: facts.points, done: isDone(facts), tag };
};

/** A tag as a ledger keeps it: the note and the ancestor it comes from stay on the issues. */
export const ledgerTagOf = (effective: EffectiveTag | null): LedgerTag | null => {
  if (effective === null) return null;
  const inherited = effective.inheritedFrom !== null;
  const { tag } = effective;
  return tag.state === 'tagged'
    ? { state: 'tagged', keyResults: tag.keyResults, inherited }
    : { state: 'exempt', reason: tag.reason, inherited };
};

/** The line as work that counts: delivery is what was completed in the sprint, by its last estimate. */
export const workItemOf = ({ issueId, outcome, finalPoints, tag }: TaggedLine): WorkItem => ({
  id: issueId,
  done: outcome === 'completed',
  points: finalPoints,
  tag: tag === null ? null : { tag: plainTag(tag), inheritedFrom: tag.inherited ? '' : null },
});

const plainTag = (tag: LedgerTag): Tag =>
  tag.state === 'tagged'
    ? { state: 'tagged', keyResults: tag.keyResults }
    : { state: 'exempt', reason: tag.reason, note: '' };

const outcomeOf = (atClose: IssueFacts, { isIn, isDone }: LedgerRule): LedgerOutcome => {
  if (!isIn(atClose)) return 'removed';
  return isDone(atClose) ? 'completed' : 'not-completed';
};

/** The estimate that an issue had when it was last in. */
const pointsOnLeaving = (facts: readonly (IssueFacts | null)[], isIn: LedgerRule['isIn']): number | null =>
  facts.filter((one) => one !== null && isIn(one)).at(-1)?.points ?? null;
