/**
 * Jira's documentation names no limit of a sprint's goal. Its own dialog is known to take this much, which is more than
 * anybody reads; should Jira take less, it refuses the goal whole and says so.
 */
export const LONGEST_GOAL = 1000;

/** What stands in a sprint's goal: what somebody wrote, and below it what this app had composed. Either may be empty. */
export type GoalParts = { readonly theirs: string; readonly ours: string };

/** @param composed - Every sentence that the app may have written there. */
export const goalParts = (goal: string | null, composed: readonly string[]): GoalParts => {
  const text = tidy(goal ?? '');
  const own = composed.map(tidy).filter((sentence) => sentence !== '');
  const ours = own.find((sentence) => text === sentence || text.endsWith(`\n${sentence}`));
  if (ours === undefined) return { theirs: text, ours: '' };
  return { theirs: text.slice(0, text.length - ours.length).trim(), ours };
};

/** Ours below theirs, each on lines of its own. */
export const goalBelow = (theirs: string, ours: string): string =>
  [tidy(theirs), tidy(ours)].filter((part) => part !== '').join('\n');

/** Whether two goals read the same; Jira may keep line ends in its own way. */
export const sameGoal = (a: string | null, b: string | null): boolean => tidy(a ?? '') === tidy(b ?? '');

const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
