import { listScrumBoards, listSprintsIn } from '../jira/boards';
import type { JiraApi } from '../jira/jira-api';
import { loadLedgers, runningSprints } from '../storage/sprint-ledgers';

/** What to freeze that no event came for, and where to go on; `null` after the last board. */
export type Reconciled = { readonly sprintIds: readonly number[]; readonly next: number | null };

/**
 * Finds what the events of sprints did not come for: sprints that run and of whose start nothing was written down, on 50
 * boards at a time, and those that ran when last looked at and do so no more. Costs a request a board.
 */
export const reconcileBoards = async (jira: JiraApi, startAt: number): Promise<Reconciled> => {
  const { boards, next } = await listScrumBoards(jira, startAt);
  const active: number[] = [];
  for (const { id } of boards) {
    active.push(...((await listSprintsIn(jira, id, 'active')) ?? []).map((sprint) => sprint.id));
  }
  const running = [...new Set(active)];
  const ledgers = await loadLedgers(running);
  const begun = running.filter((_, index) => ledgers[index]!.value === null);
  // What ran before is looked after once a round, with the first boards; whether it runs elsewhere Jira will say.
  const before = startAt === 0 ? (await runningSprints()).filter((id) => !running.includes(id)) : [];
  return { sprintIds: [...begun, ...before], next };
};
