import type { IsoDate, IsoInstant } from './dates';
import type { KeyResultId } from './ids';
import type { IntentPlace } from './sprint-intent';

/** What a team says of the hypothesis behind its work, once a sprint is over. */
export const VERDICTS = ['confirmed', 'no-effect', 'too-early'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const LONGEST_LEARNING = 280;

/** Also those breaks that only some programs know. */
const LINE_BREAKS = /[\n\v\f\r\u0085\u2028\u2029]+/g;

/** A text as one line. */
export const inOneLine = (text: string): string => text.replace(LINE_BREAKS, ' ');
/** Verdicts of a key result that are kept; it is worked on for a few sprints, so older ones do not go in practice. */
export const MOST_VERDICTS = 60;

/** What was said of a key result when a sprint or a period was reviewed. */
export type GivenVerdict = {
  readonly place: IntentPlace;
  /** The day on which the sprint or period ended, or today where it still runs. */
  readonly endedOn: IsoDate;
  readonly verdict: Verdict;
  /** One line; may be empty. */
  readonly learning: string;
  readonly savedAt: IsoInstant;
};

/** All that was learned of a key result, the latest sprint first. */
export type Learnings = { readonly keyResultId: KeyResultId; readonly verdicts: readonly GivenVerdict[] };

export const samePlace = (a: IntentPlace, b: IntentPlace): boolean =>
  a.kind === 'sprint'
    ? b.kind === 'sprint' && a.sprintId === b.sprintId
    : b.kind === 'period' && a.boardId === b.boardId && a.start === b.start;

/**
 * The place of a verdict that was given on another site. Numbers of sprints and boards mean others here, and Jira counts
 * from one: below zero they are kept and stand for none of this site's.
 */
export const elsewhere = (place: IntentPlace): IntentPlace =>
  place.kind === 'sprint'
    ? { ...place, sprintId: -Math.abs(place.sprintId) }
    : { ...place, boardId: -Math.abs(place.boardId) };

/** The verdict on one sprint or period; `null` where none was given. */
export const verdictOn = (verdicts: readonly GivenVerdict[], place: IntentPlace): GivenVerdict | null =>
  verdicts.find((one) => samePlace(one.place, place)) ?? null;

/** With a verdict in place of an earlier one on the same sprint, or without it (`null`). */
export const withVerdict = (
  verdicts: readonly GivenVerdict[],
  place: IntentPlace,
  given: GivenVerdict | null,
): readonly GivenVerdict[] =>
  [...verdicts.filter((one) => !samePlace(one.place, place)), ...(given ? [given] : [])]
    .sort((a, b) => b.endedOn.localeCompare(a.endedOn) || b.savedAt.localeCompare(a.savedAt))
    .slice(0, MOST_VERDICTS);
