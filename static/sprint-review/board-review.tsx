import { useCallback, useState } from 'react';
import { sprintToReview, type Sprint } from '../../src/jira/boards';
import { useLoadable } from '../shared/use-loadable';
import { ProblemMessage } from '../shared/problem-message';
import type { ReviewConfig } from './config';
import { Message } from './message';
import { readBoard, type ReviewBoard } from './queries';
import { ReviewSkeleton } from './review-skeleton';
import { SprintHeader } from './sprint-header';
import { SprintOutcome } from './sprint-outcome';
import { SprintSwitcher } from './sprint-switcher';

/** A board's sprints and the review of one of them. */
export const BoardReview = ({ config }: { readonly config: ReviewConfig }) => {
  const { loadable, reload } = useLoadable(useCallback(() => readBoard(config.boardId), [config.boardId]));
  if (loadable.state === 'loading') return <ReviewSkeleton />;
  if (loadable.state === 'error') {
    return <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />;
  }
  return <SprintsReview board={loadable.value} configured={config.sprintId} />;
};

const SprintsReview = ({
  board,
  configured,
}: {
  readonly board: ReviewBoard;
  readonly configured: number | null;
}) => {
  const [chosen, setChosen] = useState(configured);
  const { name } = board.board;
  if (board.sprints.length === 0) {
    return (
      <Message title={`${name} has no sprints`}>
        The review needs a board with sprints. Choose a Scrum board, or turn sprints on for this one in Jira.
      </Message>
    );
  }
  const sprint = shownSprint(board.sprints, chosen);
  const switcher = <SprintSwitcher sprints={board.sprints} current={sprint} onChoose={setChosen} />;
  if (sprint === null) {
    return (
      <>
        {switcher}
        <Message
          title={
            chosen === null ? 'No sprint has been started yet' : 'This sprint is not on the board any more'
          }
        >
          {chosen === null
            ? `Start a sprint on ${name}, or choose a planned one to see how its work is spread over key results.`
            : 'Choose another sprint above.'}
        </Message>
      </>
    );
  }
  return (
    <>
      <SprintHeader sprint={sprint} boardName={name} switcher={switcher} />
      <SprintOutcome key={sprint.id} board={board} sprint={sprint} />
    </>
  );
};

const shownSprint = (sprints: readonly Sprint[], chosen: number | null): Sprint | null =>
  chosen === null ? sprintToReview(sprints) : (sprints.find(({ id }) => id === chosen) ?? null);
