import Button from '@atlaskit/button/new';
import { useCallback, useMemo } from 'react';
import type { ProjectId } from '../../src/domain/ids';
import { usePartPath } from '../shared/part-path';
import { ProblemMessage } from '../shared/problem-message';
import { BoardSelect, firstBoard } from '../shared/project-boards';
import { useLoadable } from '../shared/use-loadable';
import { readBoards } from './as-viewer';
import { ChosenReview } from './board-review';
import type { ReviewConfig } from './config';
import { Message } from './message';
import { addressOfChoice, readAddress } from './review-address';
import type { ReviewChoice } from './review-choice';
import { ReviewSkeleton } from './review-skeleton';
import styles from './sprint-review.module.css';

/** The review as a part of the project page: of one of the project's boards, with an address for each sprint. */
export const ReviewPart = ({ projectId }: { readonly projectId: ProjectId }) => {
  const { path, go } = usePartPath();
  const { loadable, reload } = useLoadable(useCallback(() => readBoards(projectId), [projectId]));
  const named = useMemo(() => readAddress(path), [path]);
  const boards = loadable.state === 'ready' ? loadable.value : null;
  const board =
    boards && (named === null ? firstBoard(boards) : (boards.find(({ id }) => id === named.boardId) ?? null));
  const config = useMemo(
    (): ReviewConfig | null =>
      board && {
        boardId: board.id,
        sprintId: null,
        projectId: board.projectId ?? projectId,
        boardName: board.name,
      },
    [board, projectId],
  );

  return (
    <div className={styles.review}>
      {loadable.state === 'loading' && <ReviewSkeleton />}
      {loadable.state === 'error' && (
        <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />
      )}
      {boards && board && config && (
        <>
          {boards.length > 1 && (
            <BoardSelect boards={boards} board={board} onChoose={(id) => go(String(id))} />
          )}
          <ChosenReview
            key={board.id}
            config={config}
            choice={named?.choice ?? CURRENT}
            onChoose={(next) => go(addressOfChoice(board.id, next))}
          />
        </>
      )}
      {boards && board === null && <NoBoard isNamed={named !== null} onLeave={() => go('')} />}
    </div>
  );
};

const CURRENT: ReviewChoice = { kind: 'sprint', sprintId: null };

const NoBoard = ({ isNamed, onLeave }: { readonly isNamed: boolean; readonly onLeave: () => void }) =>
  isNamed ? (
    <Message title="This address leads to no board of the project">
      It may be gone, or you may not see it.{' '}
      <Button spacing="compact" onClick={onLeave}>
        Review what the project is at
      </Button>
    </Message>
  ) : (
    <Message title="There is no board to review">
      This project has no board that you may see. Make a board for it in Jira, or ask a project administrator
      to let you see one.
    </Message>
  );
