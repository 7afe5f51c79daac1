import { useCallback, useState } from 'react';
import * as v from 'valibot';
import { fail } from '../../src/contract/outcome';
import { readContext } from '../shared/platform';
import { ProblemMessage } from '../shared/problem-message';
import { useLoadable } from '../shared/use-loadable';
import { BoardPlanning } from './board-planning';
import { createPlanForms } from './plan-forms';
import { PlanningSkeleton } from './planning-skeleton';
import styles from './planning.module.css';
import { readBoard } from './queries';

/** Planning as it opens from a sprint's menu: on that sprint and its board. */
export const PlanningAtSprint = () => {
  const { loadable, reload } = useLoadable(useCallback(readPlace, []));
  const [forms] = useState(createPlanForms);
  return (
    <div className={styles.page}>
      {loadable.state === 'loading' && (
        <>
          <h1 className={styles.facts}>Planning</h1>
          <PlanningSkeleton label="Reading the board…" />
        </>
      )}
      {loadable.state === 'error' && (
        <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />
      )}
      {loadable.state === 'ready' && (
        <BoardPlanning
          board={loadable.value.board}
          pageProject={null}
          sprintId={loadable.value.sprintId}
          boardChoice={null}
          forms={forms}
        />
      )}
    </div>
  );
};

const readPlace = async () => {
  const { extension } = await readContext();
  const place = v.safeParse(sprintAction, extension);
  if (!place.success) {
    return fail({
      code: 'not-found',
      message: 'Jira did not say which sprint this is. Close this and open it from the sprint’s menu again.',
    });
  }
  return { board: await readBoard(place.output.board.id), sprintId: place.output.sprint.id };
};

const numericId = v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer(), v.minValue(1));
const sprintAction = v.object({ board: v.object({ id: numericId }), sprint: v.object({ id: numericId }) });
