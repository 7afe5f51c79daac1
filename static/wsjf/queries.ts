import type { RefinementView } from '../../src/contract/refinement';
import { objectiveIdOf, type ProjectId } from '../../src/domain/ids';
import type { Objective } from '../../src/domain/objective';
import type { EffectiveTag } from '../../src/domain/tag';
import type { Figures } from '../../src/domain/wsjf';
import { patienceFor } from '../../src/contract/patience';
import { findEstimationField, listBoards } from '../../src/jira/boards';
import { listParentTypes } from '../../src/jira/fields';
import { countIssues } from '../../src/jira/issues';
import { readBulkRights } from '../../src/jira/permissions';
import { resolveTags } from '../../src/jira/tags';
import { readWork, workToRank, type WsjfLevel } from '../../src/jira/wsjf';
import { readFigures, saveFigure, type FigureChange } from '../../src/jira/wsjf-figures';
import { invokeRefinement } from '../shared/invoke';
import { jira } from '../shared/jira';
import { limited } from '../shared/limited';
import { unwrap } from '../shared/loading';
import { toRows, type Row } from './rows';

export type Work = {
  readonly rows: readonly Row[];
  /** How many open issues there are, by Jira's estimate, when they are not all here; `null` when they are. */
  readonly estimatedTotal: number | null;
};

/** More rows than anybody ranks against each other. */
const MOST_ROWS = 300;

/**
 * A project's open epics or stories in the backlog's order, with what their figures start from. One resolver call; as the
 * viewer one request each for issue types, boards and each board's estimation, one for the ids, and for each 100 issues
 * one for the issues and at most one a level for their ancestors; one for what the viewer may edit; one to count what is
 * left out. A resolver call more for each 25 objectives that only tags lead to. Nothing is asked for one issue.
 */
export const loadWork = async (projectId: ProjectId, level: WsjfLevel): Promise<Work> => {
  const [okrs, points, parentTypes] = await Promise.all([
    invokeRefinement('loadRefinement', { projectId }).then(unwrap),
    findPointsFields(projectId),
    listParentTypes(jira),
  ]);
  const jql = workToRank(projectId, level, parentTypes);
  if (jql === null) return { rows: [], estimatedTotal: null };
  const { issues, hasMore } = await readWork(jira, { jql, fields: { points, sprint: null } }, MOST_ROWS);
  const ids = issues.map(({ id }) => id);
  const [tags, { editable }, total] = await Promise.all([
    resolveTags(jira, issues),
    readBulkRights(jira, ids),
    hasMore ? countIssues(jira, jql) : null,
  ]);
  const others = await loadMissing(tags, okrs);
  return {
    rows: toRows(issues, tags, editable, { ...okrs, objectives: [...okrs.objectives, ...others] }),
    // An estimate may fall short of what is here.
    estimatedTotal: total === null ? null : Math.max(total, issues.length + 1),
  };
};

export const save = (change: FigureChange): Promise<Figures> =>
  saveFigure(jira, change, patienceFor(SAVED_FOR_MS));

export const read = (issueId: string): Promise<Figures> => readFigures(jira, issueId);

/** The objectives that tags lead to and that nobody may pick here: other teams', and of cycles that are not active. */
const loadMissing = async (
  tags: ReadonlyMap<string, EffectiveTag | null>,
  { objectives }: RefinementView,
): Promise<Objective[]> => {
  const known = new Set(objectives.map(({ id }) => id));
  const named = [...tags.values()].flatMap((found) =>
    found?.tag.state === 'tagged' ? found.tag.keyResults : [],
  );
  // One key result stands for its objective, which comes whole.
  const missing = [...new Map(named.map((id) => [objectiveIdOf(id), id])).entries()]
    .filter(([objectiveId]) => !known.has(objectiveId))
    .map(([, keyResultId]) => keyResultId)
    .slice(0, MOST_MISSING);
  const found = await Promise.all(
    Array.from({ length: Math.ceil(missing.length / OBJECTIVES_PER_CALL) }, (_, call) =>
      invokeRefinement('loadObjectives', {
        keyResultIds: missing.slice(call * OBJECTIVES_PER_CALL, (call + 1) * OBJECTIVES_PER_CALL),
      }).then(unwrap),
    ),
  );
  return found.flatMap((one) => one.objectives);
};

const OBJECTIVES_PER_CALL = 25;
/** Who forges tags makes nobody wait: what is beyond counts as not visible. */
const MOST_MISSING = 100;

const SAVED_FOR_MS = 15_000;

/** The estimation fields of the project's own boards; Jira also lists boards of others whose filter names this project. */
const findPointsFields = async (projectId: ProjectId): Promise<string[]> => {
  const boards = (await listBoards(jira, projectId)).filter(
    (board) => board.projectId === null || board.projectId === projectId,
  );
  const inTurn = limited(AT_ONCE);
  const fields = await Promise.all(boards.map(({ id }) => inTurn(() => findEstimationField(jira, id))));
  return [...new Set(fields.filter((field) => field !== null))];
};

const AT_ONCE = 5;
