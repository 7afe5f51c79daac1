import { useState } from 'react';
import { ProblemMessage } from '../shared/problem-message';
import type { ReviewConfig } from './config';
import { firstChoice, periodChoice } from './review-choice';
import { ReviewScreen } from './review-screen';
import { ReviewSkeleton } from './review-skeleton';
import { ReviewTitle } from './review-title';
import { Switcher } from './switcher';
import { useReview } from './use-review';

/** The review of a board's sprint or period, and the way to its others. */
export const BoardReview = ({ config }: { readonly config: ReviewConfig }) => {
  const [choice, setChoice] = useState(() => firstChoice(config));
  const { review, store, words } = useReview(config, choice);
  const shown = review.state === 'ready' ? review : null;
  return (
    <>
      <ReviewTitle view={shown?.view ?? null} boardName={config.boardName}>
        <Switcher
          boardId={config.boardId}
          view={shown?.view ?? null}
          choice={choice}
          onSprint={(sprintId) => setChoice({ kind: 'sprint', sprintId })}
          onPeriod={(day) => setChoice(periodChoice(day))}
        />
      </ReviewTitle>
      {review.state === 'loading' && <ReviewSkeleton />}
      {review.state === 'error' && (
        <ProblemMessage problem={review.problem} onRetry={() => void store.reload()} />
      )}
      {shown && <ReviewScreen boardId={config.boardId} shown={shown} store={store} words={words} />}
    </>
  );
};
