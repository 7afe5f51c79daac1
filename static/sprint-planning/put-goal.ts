import { fail, problemOf } from '../../src/contract/outcome';
import { goalBelow, goalParts, LONGEST_GOAL, sameGoal } from '../../src/domain/sprint-goal';
import type { Sprint } from '../../src/jira/boards';
import { formatNumber } from '../../src/domain/figure-words';

/** What a person wants done with a goal that somebody else wrote. */
export type GoalChoice = 'replace' | 'below';

export type PutGoal =
  | { readonly state: 'written'; readonly goal: string }
  /** Somebody else's goal stands there: the person is to choose. Nothing was written. */
  | { readonly state: 'ask'; readonly seen: string; readonly theirs: string };

/** How the sprint is read and its goal written, in Jira and as the person. */
export type GoalJira = {
  readonly read: () => Promise<Pick<Sprint, 'goal' | 'state'>>;
  readonly write: (goal: string) => Promise<void>;
};

/**
 * Puts a sentence into a sprint's goal, over nothing but what this app had composed itself. The sprint is read right
 * before; Jira has no conditional write, so what somebody writes in that moment is the one thing it can go over.
 *
 * @param composed - Every sentence that this app may have put there.
 * @param choice - What to do with somebody else's goal, and which goal it was chosen for; another one is asked about anew.
 * @throws `invalid` for a goal that is too long or a closed sprint, and what Jira says.
 */
export const putGoal = async (
  { read, write }: GoalJira,
  ours: string,
  composed: readonly string[],
  choice: { readonly of: GoalChoice; readonly seen: string } | null,
): Promise<PutGoal> => {
  const { goal, state } = await read();
  if (state === 'closed') fail(CLOSED);
  const { theirs } = goalParts(goal, [...composed, ours]);
  const isChosen = choice !== null && sameGoal(choice.seen, goal);
  if (theirs !== '' && !isChosen) return { state: 'ask', seen: goal ?? '', theirs };
  const wanted = theirs !== '' && choice?.of === 'below' ? goalBelow(theirs, ours) : ours;
  if (wanted.length > LONGEST_GOAL) fail(tooLong(wanted.length));
  if (!sameGoal(goal, wanted)) await writeOnce({ read, write }, wanted);
  return { state: 'written', goal: wanted };
};

/** A write that Jira did not answer may have arrived; the sprint itself says. */
const writeOnce = async ({ read, write }: GoalJira, wanted: string): Promise<void> => {
  try {
    await write(wanted);
  } catch (error) {
    if (problemOf(error)?.code !== 'jira-unavailable') throw error;
    const found = await read().catch(() => null);
    if (found === null || !sameGoal(found.goal, wanted)) throw error;
  }
};

const CLOSED = {
  code: 'invalid',
  message: 'This sprint was closed meanwhile, and Jira changes nothing of a closed one. Nothing was written.',
} as const;

const tooLong = (length: number) =>
  ({
    code: 'invalid',
    message: `The goal would have ${formatNumber(length)} characters, and a sprint’s goal takes ${formatNumber(LONGEST_GOAL)}. Nothing was written. Shorten what changes, choose fewer key results, or replace what is there.`,
  }) as const;
