import { getSprint, lastClosed, listSprintsIn, type Sprint } from '../jira/boards';
import type { Caller } from '../platform/caller';

/**
 * The sprint to review, as the caller may see it: the one that is named, else the one that runs, else the one that closed
 * last. `null` where the board's first is still to come.
 */
export const findReviewedSprint = async (
  { jira }: Caller,
  boardId: number,
  sprintId: number | null,
): Promise<Sprint | 'no-sprints' | null> => {
  if (sprintId !== null) return getSprint(jira, sprintId);
  const active = await listSprintsIn(jira, boardId, 'active');
  if (active === null) return 'no-sprints';
  const [running] = active;
  if (running) return running;
  return lastClosed((await listSprintsIn(jira, boardId, 'closed')) ?? [], 1)[0] ?? null;
};
