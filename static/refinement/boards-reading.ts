import { findEstimationField, listBoards, listOpenSprints } from '../../src/jira/boards';
import type { JiraApi } from '../../src/jira/jira-api';
import { limited } from '../shared/limited';

/** Where the list stands: a project, and a board where it was opened from one. */
export type Place = { readonly projectId: string; readonly boardId: number | null };

/** What the boards of a place say of its work. */
export type BoardFacts = {
  readonly estimates: readonly string[];
  /** Sprints that are not closed, in the order of the boards' backlogs, active ones first on each. */
  readonly sprintIds: readonly number[];
  /** On each board with sprints, the one that is planned next, else the one that runs. */
  readonly next: readonly { readonly id: number; readonly name: string }[];
  /** Whether none of its boards has sprints, or there is no board. */
  readonly isWithoutSprints: boolean;
};

const REQUESTS_AT_A_TIME = 5;

/** Reads the board, or the project's own boards: Jira also lists those of other projects whose filter names this one. */
export const readBoardFacts = async (jira: JiraApi, place: Place): Promise<BoardFacts> => {
  const inTurn = limited(REQUESTS_AT_A_TIME);
  const ids =
    place.boardId === null
      ? (await listBoards(jira, place.projectId))
          .filter(({ projectId }) => projectId === null || projectId === place.projectId)
          .map(({ id }) => id)
      : [place.boardId];
  const [estimates, sprints] = await Promise.all([
    Promise.all(ids.map((id) => inTurn(() => findEstimationField(jira, id)))),
    Promise.all(ids.map((id) => inTurn(() => listOpenSprints(jira, id)))),
  ]);
  return {
    estimates: [...new Set(estimates.filter((field) => field !== null))],
    sprintIds: [...new Set(sprints.flatMap((list) => list ?? []).map(({ id }) => id))],
    next: sprints.flatMap((list) => {
      const next = list?.find(({ state }) => state === 'future') ?? list?.[0];
      return next === undefined ? [] : [{ id: next.id, name: next.name }];
    }),
    isWithoutSprints: sprints.every((list) => list === null),
  };
};
