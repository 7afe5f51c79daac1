import { useCallback, useMemo, useRef } from 'react';
import { dayOf } from '../../src/domain/dates';
import type { Sprint } from '../../src/jira/boards';
import { FocusPast } from '../shared/focus-past';
import { readPastSprints } from '../shared/focus-history';
import { GoalSection } from './goal-section';
import type { PlanForms } from './plan-forms';
import { PlanView } from './plan-view';
import { readSprint, readSprintPlan, type PlannedBoard } from './queries';

/** The plan of one sprint. */
export const SprintPlan = ({
  board,
  sprint,
  forms,
  onSprint,
}: {
  readonly board: PlannedBoard;
  readonly sprint: Sprint;
  readonly forms: PlanForms;
  /** Told what the sprint is in Jira now. */
  readonly onSprint: (sprint: Sprint) => void;
}) => {
  const { id } = sprint;
  /** The board was read just before the plan is read first. */
  const isAgain = useRef(false);
  const goals = useRef(0);
  const read = useCallback(async () => {
    const before = goals.current;
    const [plan, now] = await Promise.all([
      readSprintPlan(board, id),
      isAgain.current ? readSprint(id) : null,
    ]);
    isAgain.current = true;
    // A goal that was written meanwhile is newer.
    if (now !== null && before === goals.current) onSprint(now);
    return plan;
  }, [board, id, onSprint]);
  const showGoal = (goal: string): void => {
    goals.current += 1;
    onSprint({ ...sprint, goal });
  };
  const readPast = useCallback(() => readPastSprints(board), [board]);
  const place = useMemo(() => ({ kind: 'sprint', sprintId: id }) as const, [id]);
  return (
    <PlanView
      read={read}
      board={board}
      forms={forms}
      placeOf={() => place}
      title={sprint.name}
      isOver={sprint.state === 'closed'}
      endOf={() => (sprint.endDate === null ? '' : dayOf(sprint.endDate))}
      startOf={() => (sprint.startDate === null ? '' : dayOf(sprint.startDate))}
      workTitle="in this sprint"
      below={(view) => <GoalSection sprint={sprint} view={view} onGoal={showGoal} />}
      past={() => <FocusPast title="Its last closed sprints" read={readPast} />}
    />
  );
};
