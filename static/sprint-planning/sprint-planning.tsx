import { useCallback, useState } from 'react';
import type { ProjectId } from '../../src/domain/ids';
import { ProblemMessage } from '../shared/problem-message';
import { BoardSelect, firstBoard } from '../shared/project-boards';
import { useLoadable } from '../shared/use-loadable';
import { BoardPlanning } from './board-planning';
import { createPlanForms } from './plan-forms';
import { PlanningSkeleton } from './planning-skeleton';
import styles from './planning.module.css';
import { readBoards } from './queries';

/** What a team says before a sprint: which key results it advances, and by how much. */
export const SprintPlanning = ({ projectId }: { readonly projectId: ProjectId }) => {
  const { loadable, reload } = useLoadable(useCallback(() => readBoards(projectId), [projectId]));
  const [chosen, setChosen] = useState<number | null>(null);
  const [forms] = useState(createPlanForms);
  if (loadable.state !== 'ready') {
    return (
      <div className={styles.page}>
        <h1 className={styles.facts}>Planning</h1>
        {loadable.state === 'error' ? (
          <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />
        ) : (
          <PlanningSkeleton label="Reading the boards…" />
        )}
      </div>
    );
  }
  const boards = loadable.value;
  const board = boards.find(({ id }) => id === chosen) ?? firstBoard(boards);
  return (
    <div className={styles.page}>
      {board === null ? (
        <NoBoard />
      ) : (
        <BoardPlanning
          key={board.id}
          board={board}
          pageProject={projectId}
          sprintId={null}
          forms={forms}
          boardChoice={
            boards.length > 1 && <BoardSelect boards={boards} board={board} onChoose={setChosen} />
          }
        />
      )}
    </div>
  );
};

const NoBoard = () => (
  <>
    <h1 className={styles.facts}>Planning</h1>
    <p>
      This project has no board that you may see, so there is nothing to plan for. Make a board for it in
      Jira, or ask a project administrator to let you see one.
    </p>
  </>
);
