import { useCallback, useMemo } from 'react';
import { dayOf } from '../../src/domain/dates';
import type { Sprint } from '../../src/jira/boards';
import { FocusPast } from './focus-past';
import { readPastSprints } from './focus-history';
import { GoalSection } from './goal-section';
import type { PlanForms } from './plan-forms';
import { PlanView } from './plan-view';
import { readSprintPlan, type PlannedBoard } from './queries';

/** The plan of one sprint. */
export const SprintPlan = ({
  board,
  sprint,
  forms,
}: {
  readonly board: PlannedBoard;
  readonly sprint: Sprint;
  readonly forms: PlanForms;
}) => {
  const read = useCallback(() => readSprintPlan(board, sprint.id), [board, sprint.id]);
  const readPast = useCallback(() => readPastSprints(board), [board]);
  const place = useMemo(() => ({ kind: 'sprint', sprintId: sprint.id }) as const, [sprint.id]);
  return (
    <PlanView
      read={read}
      board={board}
      forms={forms}
      placeOf={() => place}
      title={sprint.name}
      isOver={sprint.state === 'closed'}
      endOf={() => (sprint.endDate === null ? '' : dayOf(sprint.endDate))}
      workTitle="in this sprint"
      below={(view) => <GoalSection sprint={sprint} view={view} />}
      past={() => <FocusPast title="Its last closed sprints" read={readPast} />}
    />
  );
};
