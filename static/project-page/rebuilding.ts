import type { IsoInstant } from '../../src/domain/dates';
import type { AccountId, ProjectId } from '../../src/domain/ids';
import { readBoardSetup, type BoardSetup } from '../../src/jira/board-setup';
import { jira } from '../shared/jira';
import { sumsKeptIn } from '../shared/kept-sums';
import { rebuildSprint } from '../shared/rebuilt-sprint';
import { sumsOf } from '../shared/sprint-sums';
import type { DatedSprint } from './cycle-sprints';
import { createRebuilds, type RebuildStore } from './rebuild-store';

/** The rebuilding of a project's sprints: one for all key results of a page, since a sprint's issues serve several. */
export const rebuildsOf = (projectId: ProjectId, viewer: AccountId): RebuildStore => {
  const key = `${projectId}:${viewer}`;
  const store =
    made.get(key) ??
    createRebuilds(
      rebuildIn(projectId),
      sumsKeptIn(() => sessionStorage, viewer),
    );
  made.set(key, store);
  return store;
};

const made = new Map<string, RebuildStore>();

const rebuildIn = (projectId: ProjectId): Parameters<typeof createRebuilds>[0] => {
  const setups = new Map<number | null, Promise<BoardSetup>>();
  const setupOf = (boardId: number | null): Promise<BoardSetup> => {
    const setup = setups.get(boardId) ?? readBoardSetup(jira, boardId);
    setups.set(boardId, setup);
    setup.catch(() => setups.delete(boardId));
    return setup;
  };
  return async (sprint: DatedSprint, onPage) => {
    const now = Date.now();
    const moment = new Date(now).toISOString() as IsoInstant;
    const setup = await setupOf(sprint.boardId);
    const { lines, mayMissRemoved } = await rebuildSprint(jira, sprint, projectId, setup, moment, onPage);
    return sumsOf(sprint.id, lines, mayMissRemoved, now);
  };
};
