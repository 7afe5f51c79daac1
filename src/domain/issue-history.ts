import type { IsoInstant } from './dates';

/** What of an issue counts for a sprint. */
export type IssueFacts = {
  readonly statusId: string;
  /** The estimate, or `null` where there is none. */
  readonly points: number | null;
  /** The sprints that it is or was in: Jira keeps those that are over. */
  readonly sprintIds: readonly number[];
};

/** One change: what was so before it, of what it changed. */
export type IssueChange = { readonly at: IsoInstant; readonly before: Partial<IssueFacts> };

/** An issue as it is, and how it came to be so as far back as is asked for. */
export type IssueHistory = {
  readonly id: string;
  readonly createdAt: IsoInstant;
  readonly now: IssueFacts;
  /** Newest first. */
  readonly changes: readonly IssueChange[];
};

/** Facts and since when they held. */
export type IssuePhase = { readonly from: IsoInstant; readonly facts: IssueFacts };

/**
 * An issue's phases, oldest first: from what it is now back through its changes. The first begins when it was created, so
 * that what was so from the beginning, of which Jira's history has no line, is there as well. Of what happened at one
 * moment only the end counts: nothing in between lasted.
 */
export const phasesOf = ({ createdAt, now, changes }: IssueHistory): readonly IssuePhase[] => {
  const phases: IssuePhase[] = [];
  const add = (from: IsoInstant, facts: IssueFacts): void => {
    if (phases.at(-1)?.from !== from) phases.push({ from, facts });
  };
  let facts = now;
  for (const { at, before } of changes) {
    add(at, facts);
    facts = { ...facts, ...before };
  }
  add(createdAt, facts);
  return phases.reverse();
};

/** What was so at a moment, everything that happened at that very moment included; `null` before the issue was there. */
export const factsAt = (phases: readonly IssuePhase[], moment: IsoInstant): IssueFacts | null =>
  phases.filter(({ from }) => from <= moment).at(-1)?.facts ?? null;

/** The phases that began after one moment and until another, that one included. */
export const phasesWithin = (
  phases: readonly IssuePhase[],
  after: IsoInstant,
  until: IsoInstant,
): readonly IssuePhase[] => phases.filter(({ from }) => after < from && from <= until);
