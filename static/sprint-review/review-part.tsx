import Button from '@atlaskit/button/new';
import { useCallback, useContext, useMemo, useState } from 'react';
import type { ProjectId } from '../../src/domain/ids';
import { usePartPath } from '../shared/part-path';
import { ProblemMessage } from '../shared/problem-message';
import { BoardSelect, firstBoard } from '../shared/project-boards';
import { useLoadable } from '../shared/use-loadable';
import { ChosenReview } from './board-review';
import { BegunReviewContext } from './begun-review-context';
import type { ReviewConfig } from './config';
import { keepReviews } from './kept-reviews';
import { Message } from './message';
import { addressOfChoice, readAddress } from './review-address';
import { CURRENT } from './review-choice';
import { ReviewSkeleton } from './review-skeleton';
import styles from './sprint-review.module.css';

/** The review as a part of the project page: of one of the project's boards, with an address for each sprint. */
export const ReviewPart = ({ projectId }: { readonly projectId: ProjectId }) => {
  const { path, go } = usePartPath();
  const begun = useContext(BegunReviewContext);
  const [reviews] = useState(() => keepReviews(begun));
  const { loadable, reload } = useLoadable(useCallback(() => boardsOf(projectId), [projectId]));
  const named = useMemo(() => readAddress(path), [path]);
  const boards = loadable.state === 'ready' ? loadable.value : null;
  // What an address names is read while the boards are.
  const boardId = named?.boardId ?? (boards && firstBoard(boards)?.id) ?? null;
  const board = boards?.find(({ id }) => id === boardId) ?? null;
  const config = useMemo(
    (): ReviewConfig | null =>
      boardId === null
        ? null
        : {
            boardId,
            sprintId: null,
            projectId: board?.projectId ?? projectId,
            boardName: board?.name ?? null,
          },
    [boardId, board, projectId],
  );

  return (
    <div className={styles.review}>
      {loadable.state === 'error' && (
        <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />
      )}
      {boards && board === null ? (
        <NoBoard isNamed={named !== null} onLeave={() => go('')} />
      ) : config ? (
        <ChosenReview
          key={config.boardId}
          config={config}
          choice={named?.choice ?? CURRENT}
          reviews={reviews}
          beside={
            boards &&
            board &&
            boards.length > 1 && (
              <BoardSelect boards={boards} board={board} isBare onChoose={(id) => go(String(id))} />
            )
          }
          onChoose={(next) => go(addressOfChoice(config.boardId, next))}
        />
      ) : (
        loadable.state === 'loading' && <ReviewSkeleton />
      )}
    </div>
  );
};

const boardsOf = async (projectId: ProjectId) => (await import('./as-viewer')).readBoards(projectId);

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
