import { problemOf } from '../contract/outcome';
import { listScrumBoards, listSprintsIn } from '../jira/boards';
import type { JiraApi } from '../jira/jira-api';
import { loadLedgers, runningSprints, type SprintLedger } from '../storage/sprint-ledgers';

/** What to freeze that no event came for, and where to go on; `null` after the last board. */
export type Reconciled = { readonly sprintIds: readonly number[]; readonly next: number | null };

/**
 * Finds what the events of sprints did not come for: sprints that run and of whose start nothing was written down, or
 * that were out of sight, on 50 boards at a time, and those that ran when last looked at and do so no more. Costs a
 * request a board.
 */
export const reconcileBoards = async (jira: JiraApi, startAt: number): Promise<Reconciled> => {
  const { boards, next } = await listScrumBoards(jira, startAt);
  const active: number[] = [];
  for (const { id } of boards) {
    active.push(...(await activeSprints(jira, id)));
  }
  const running = [...new Set(active)];
  const ledgers = await loadLedgers(running);
  const begun = running.filter((_, index) => isToFreeze(ledgers[index]!.value));
  // What ran before is looked after once a round, with the first boards; whether it runs elsewhere Jira will say.
  const before = startAt === 0 ? (await runningSprints()).filter((id) => !running.includes(id)) : [];
  return { sprintIds: [...begun, ...before], next };
};

/** None of a board that is gone since it was listed, or that the app may not see. */
const activeSprints = async (jira: JiraApi, boardId: number): Promise<number[]> => {
  try {
    return ((await listSprintsIn(jira, boardId, 'active')) ?? []).map(({ id }) => id);
  } catch (error) {
    if (['not-found', 'forbidden'].includes(problemOf(error)?.code ?? '')) return [];
    throw error;
  }
};

const isToFreeze = (ledger: SprintLedger | null): boolean => ledger === null || ledger.state === 'gone';
