import type { ObjectivesOf } from '../../src/contract/issue-panel';
import type { RefinementView } from '../../src/contract/refinement';
import type { KeyResultId, ProjectId } from '../../src/domain/ids';
import { activeKeyResults } from '../../src/domain/objective';
import type { Tag } from '../../src/domain/tag';
import { getBoard } from '../../src/jira/boards';
import { fail } from '../../src/contract/outcome';
import { invokeRefinement } from '../shared/invoke';
import { jira } from '../shared/jira';
import { unwrap } from '../shared/loading';
import { readContext } from '../shared/platform';
import { readDecidedWork, type DecidedWork } from './decided-reading';
import { createListStore, type ListStore } from './list-store';
import { readOpposites, type Opposites } from './opposites-reading';
import { tagOne } from './tag-one';

/** Where the list was opened: from a board or its backlog, which may say its project or leave it to be asked for. */
export const readPlace = async (): Promise<{
  readonly projectId: ProjectId;
  readonly boardId: number | null;
}> => {
  const { extension } = await readContext();
  const project = extension['project'] as { readonly id: string | number } | undefined;
  const board = extension['board'] as { readonly id: string | number } | undefined;
  const boardId = board === undefined ? null : Number(board.id);
  const projectId =
    project?.id ?? (boardId === null ? null : (await getBoard(jira, boardId)).projectId) ?? null;
  if (projectId === null) return fail(NO_PROJECT);
  return { projectId: String(projectId) as ProjectId, boardId };
};

const NO_PROJECT = {
  code: 'not-found',
  message: 'This board belongs to no project. Open the list from the page of a project.',
} as const;

export type RefinementSession = {
  readonly list: ListStore;
  readonly loadView: () => Promise<RefinementView>;
  /** What is decided already; `null` while the list is not read. */
  readonly readDecided: () => Promise<DecidedWork | null>;
  readonly readOpposites: (decided: DecidedWork, view: RefinementView) => Promise<Opposites | null>;
};

/** The list of a place and what its work may be tagged with, which the list needs to know as well. */
export const createRefinement = (projectId: ProjectId, boardId: number | null): RefinementSession => {
  let latest: Promise<RefinementView> | null = null;
  const loadView = (): Promise<RefinementView> => {
    latest = invokeRefinement('loadRefinement', { projectId }).then(unwrap);
    return latest;
  };
  const pickable = async (): Promise<KeyResultId[]> =>
    (await (latest ?? loadView())).objectives.flatMap(activeKeyResults).map(({ id }) => id);
  const place = { projectId, boardId };
  const list = createListStore(jira, place, pickable);
  return {
    loadView,
    list,
    readDecided: async () => {
      const scope = list.scope();
      return scope && readDecidedWork(jira, place, scope);
    },
    readOpposites: async (decided, view) => {
      const [scope, facts] = [list.scope(), list.facts()];
      return scope && facts && readOpposites(jira, { place, scope, facts, decided, view, loadObjectives });
    },
  };
};

const loadObjectives = async (keyResultIds: readonly KeyResultId[]): Promise<ObjectivesOf> =>
  unwrap(await invokeRefinement('loadObjectives', { keyResultIds: [...keyResultIds] }));

/** Decides about one issue that still says what was seen. @throws `conflict` when somebody has decided meanwhile. */
export const saveTag = (issueId: string, change: { readonly tag: Tag | null; readonly seen: Tag | null }) =>
  tagOne(jira, issueId, change);
