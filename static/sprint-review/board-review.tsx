import { useEffect, useState, useSyncExternalStore } from 'react';
import { ProblemMessage } from '../shared/problem-message';
import type { ReviewConfig } from './config';
import { openReview, type OpenReview } from './open-review';
import { firstChoice, periodChoice, type ReviewChoice } from './review-choice';
import { ReviewScreen } from './review-screen';
import { ReviewSkeleton } from './review-skeleton';
import { ReviewTitle } from './review-title';
import { Switcher } from './switcher';
import { ToolsPlace } from './tools-place';

/** The review of a board, which opens with what it is configured to and may be led to another sprint or period. */
export const BoardReview = ({
  config,
  first = null,
}: {
  readonly config: ReviewConfig;
  /** What was begun to be read already. */
  readonly first?: OpenReview | null;
}) => {
  const [open, setOpen] = useState(() => first ?? openReview(config, firstChoice(config)));
  return (
    <OpenedReview config={config} open={open} onChoose={(choice) => setOpen(openReview(config, choice))} />
  );
};

/** The review of a board's sprint or period, and the way to its others. */
export const OpenedReview = ({
  config,
  open: { choice, store, words },
  onChoose,
}: {
  readonly config: ReviewConfig;
  readonly open: OpenReview;
  readonly onChoose: (choice: ReviewChoice) => void;
}) => {
  const { review } = useSyncExternalStore(store.subscribe, store.get);
  useEffect(() => store.leave, [store]);
  const shown = review.state === 'ready' ? review : null;
  return (
    <>
      <ReviewTitle view={shown?.view ?? null} boardName={config.boardName}>
        <Switcher
          boardId={config.boardId}
          view={shown?.view ?? null}
          choice={choice}
          onSprint={(sprintId) => onChoose({ kind: 'sprint', sprintId })}
          onPeriod={(day) => onChoose(periodChoice(day))}
        />
      </ReviewTitle>
      <ToolsPlace config={config} shown={shown} words={words} />
      {review.state === 'loading' && <ReviewSkeleton />}
      {review.state === 'error' && (
        <ProblemMessage problem={review.problem} onRetry={() => void store.reload()} />
      )}
      {shown && (
        <ReviewScreen
          key={JSON.stringify(choice)}
          boardId={config.boardId}
          shown={shown}
          store={store}
          words={words}
        />
      )}
    </>
  );
};
