import { useCallback, useState, type ReactNode } from 'react';
import type { ProjectId } from '../../src/domain/ids';
import { sprintToPlan, type Board, type Sprint } from '../../src/jira/boards';
import { ProblemMessage } from '../shared/problem-message';
import { SettledSelect } from '../shared/settled-select';
import { datesOf, sprintOption, STATE_NAMES } from '../shared/sprint-words';
import { useLoadable } from '../shared/use-loadable';
import type { PlanForms } from './plan-forms';
import { PlanningSkeleton } from './planning-skeleton';
import styles from './planning.module.css';
import { PeriodPlan } from './period-plan';
import { readPlannedBoard, type PlannedBoard } from './queries';
import { SprintPlan } from './sprint-plan';

/** Planning for one board: the choice of its sprint and the plan of that one, or of a period where it has no sprints. */
export const BoardPlanning = ({
  board,
  pageProject,
  sprintId,
  boardChoice,
  forms,
}: {
  readonly board: Board;
  readonly pageProject: ProjectId | null;
  /** The sprint to begin with; `null` for the next to start. */
  readonly sprintId: number | null;
  readonly boardChoice: ReactNode;
  /** They outlive the board: what was typed for one stays while another is looked at. */
  readonly forms: PlanForms;
}) => {
  const { loadable, reload } = useLoadable(
    useCallback(() => readPlannedBoard(board, pageProject), [board, pageProject]),
  );
  if (loadable.state !== 'ready') {
    return (
      <>
        <div className={styles.header}>
          <h1>Planning</h1>
          {boardChoice}
        </div>
        {loadable.state === 'error' ? (
          <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />
        ) : (
          <PlanningSkeleton label="Reading the board…" />
        )}
      </>
    );
  }
  const planned = loadable.value;
  return hasNoSprints(planned) ? (
    <PeriodPlan board={planned} forms={forms} boardChoice={boardChoice} />
  ) : (
    <SprintsPlan board={planned} forms={forms} sprintId={sprintId} boardChoice={boardChoice} />
  );
};

/** A Scrum board may have none yet, and is planned by sprints all the same. */
const hasNoSprints = ({ board, sprints }: PlannedBoard): boolean =>
  sprints.length === 0 && board.type !== 'scrum';

/** Of a closed one nothing is planned any more. */
const titleOf = ({ name, state }: Sprint): string => (state === 'closed' ? name : `Plan ${name}`);

const SprintsPlan = ({
  board,
  forms,
  sprintId,
  boardChoice,
}: {
  readonly board: PlannedBoard;
  readonly forms: PlanForms;
  readonly sprintId: number | null;
  readonly boardChoice: ReactNode;
}) => {
  const [chosen, setChosen] = useState(sprintId);
  /** What is known of sprints since the board was read. */
  const [known, setKnown] = useState<ReadonlyMap<number, Sprint>>(new Map());
  const sprints = board.sprints.map((one) => known.get(one.id) ?? one);
  const sprint = sprints.find(({ id }) => id === (chosen ?? sprintToPlan(board.sprints)?.id)) ?? null;
  const showSprint = useCallback(
    (now: Sprint): void => setKnown((before) => new Map(before).set(now.id, now)),
    [],
  );
  return (
    <>
      <div className={styles.header}>
        <h1>{sprint === null ? 'Planning' : titleOf(sprint)}</h1>
        {boardChoice}
        {board.sprints.length > 0 && (
          <label className={styles.choice}>
            Sprint
            <SettledSelect
              className={styles.select}
              value={sprint?.id ?? ''}
              onChoose={(id) => setChosen(Number(id))}
            >
              {sprint === null && <option value="">Choose a sprint</option>}
              {sprints.map(sprintOption).map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </SettledSelect>
          </label>
        )}
      </div>
      {sprint === null ? (
        <p className={styles.facts}>
          {board.sprints.length === 0
            ? 'This board has no sprint yet. Make one in its backlog, then plan it here.'
            : 'No sprint of this board is planned or running. Make one in its backlog, or choose one above.'}
        </p>
      ) : (
        <>
          <p className={styles.facts}>
            {board.board.name} · {STATE_NAMES[sprint.state]} · {datesOf(sprint)}
          </p>
          <SprintPlan key={sprint.id} board={board} sprint={sprint} forms={forms} onSprint={showSprint} />
        </>
      )}
    </>
  );
};
