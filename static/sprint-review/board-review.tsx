import Button from '@atlaskit/button/new';
import { useState, type ReactNode } from 'react';
import { ProblemMessage } from '../shared/problem-message';
import type { ReviewConfig } from './config';
import { keepReviews, type KeptReviews } from './kept-reviews';
import type { OpenReview } from './open-review';
import { CURRENT, firstChoice, isNamed, periodChoice, type ReviewChoice } from './review-choice';
import { ReviewScreen } from './review-screen';
import { ReviewSkeleton } from './review-skeleton';
import { ReviewTitle } from './review-title';
import { Switcher } from './switcher';
import { ToolsPlace } from './tools-place';
import { useReview } from './use-review';

/** The review of a board, which opens with what it is configured to and may be led to another sprint or period. */
export const BoardReview = ({
  config,
  begun = null,
}: {
  readonly config: ReviewConfig;
  /** What was begun to be read before there was anything to draw. */
  readonly begun?: OpenReview | null;
}) => {
  const [choice, setChoice] = useState(() => begun?.choice ?? firstChoice(config));
  const [reviews] = useState(() => keepReviews(begun));
  return <ChosenReview config={config} choice={choice} reviews={reviews} onChoose={setChoice} />;
};

/** The review of a board's sprint or period, and the way to its others. */
export const ChosenReview = ({
  config,
  choice,
  reviews,
  beside = null,
  onChoose,
}: {
  readonly config: ReviewConfig;
  readonly choice: ReviewChoice;
  readonly reviews: KeptReviews;
  /** Stands with the way to others. */
  readonly beside?: ReactNode;
  readonly onChoose: (choice: ReviewChoice) => void;
}) => {
  const { review, store, words } = useReview(config, choice, reviews);
  const shown = review.state === 'ready' ? review : null;
  const isReading = review.state === 'loading';
  const isGone = review.state === 'error' && review.problem.code === 'not-found';
  return (
    <>
      <ReviewTitle view={shown?.view ?? null} isReading={isReading} boardName={config.boardName}>
        {beside}
        <Switcher
          isReading={isReading}
          boardId={config.boardId}
          view={shown?.view ?? null}
          choice={choice}
          onSprint={(sprintId) => onChoose({ kind: 'sprint', sprintId })}
          onPeriod={(day) => onChoose(periodChoice(day))}
        />
      </ReviewTitle>
      <ToolsPlace isReading={isReading} config={config} shown={shown} words={words} />
      {review.state === 'loading' && <ReviewSkeleton />}
      {review.state === 'error' && (
        <ProblemMessage
          problem={review.problem}
          // What is not there for this person is not there when asked again.
          {...(isGone ? {} : { onRetry: () => void store.reload() })}
        />
      )}
      {isGone && isNamed(choice) && (
        <div>
          <Button spacing="compact" onClick={() => onChoose(CURRENT)}>
            Review what the board is at
          </Button>
        </div>
      )}
      {shown && (
        <ReviewScreen
          key={JSON.stringify(choice)}
          boardId={config.boardId}
          shown={shown}
          reviews={reviews}
          store={store}
          words={words}
        />
      )}
    </>
  );
};
