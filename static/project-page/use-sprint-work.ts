import { useCallback, useMemo } from 'react';
import type { KeyResultWork } from '../../src/contract/sprint-review';
import type { KeyResultId } from '../../src/domain/ids';
import { useLoadable } from '../shared/use-loadable';
import { sprintsOf, started, type DatedSprint } from './cycle-sprints';
import { loadKeyResultWork } from './queries';
import type { RebuildStore } from './rebuild-store';
import { useTree } from './tree-context';

/** A key result's sprints in its cycle, and what is frozen of the work that served it there. */
export type SprintWork = {
  readonly sprints: readonly DatedSprint[];
  readonly work: KeyResultWork;
  /** Those of which nothing is frozen. */
  readonly unfrozen: readonly DatedSprint[];
};

/** One resolver call, once the page knows the project's sprints; without them there is only what was learned. */
export const useSprintWork = (id: KeyResultId, rebuilds: RebuildStore) => {
  const {
    cycle,
    work: { scope, problem },
  } = useTree();
  const sprints = useMemo(() => scope && sprintsOf(scope.sprints, cycle), [scope, cycle]);
  const isWaiting = sprints === null && problem === null;
  const load = useCallback(async (): Promise<SprintWork | null> => {
    if (isWaiting) return null;
    const all = sprints ?? [];
    const work = await loadKeyResultWork(
      id,
      started(all).map((sprint) => sprint.id),
    );
    const unfrozen = all.filter((sprint) => work.unknown.includes(sprint.id));
    rebuilds.recall(unfrozen);
    return { sprints: all, work, unfrozen };
  }, [id, sprints, isWaiting, rebuilds]);
  return { ...useLoadable(load), sprintProblem: problem };
};
