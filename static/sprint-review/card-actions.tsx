import Button from '@atlaskit/button/new';
import { useState } from 'react';
import styles from './card-actions.module.css';
import { CarryOn } from './carry-on';
import { CheckInPlace } from './check-in-place';
import { useReviewPlace } from './review-context';
import type { ReviewRow } from './review-model';
import { GivenWords, VerdictSection } from './verdict-section';

/** What can be done about a key result where its review is read: say what its work showed, check in, carry on. */
export const CardActions = ({ row }: { readonly row: ReviewRow }) => {
  const { view, place } = useReviewPlace();
  const { keyResult, verdict, intended, lines } = row;
  const [timesAsked, setTimesAsked] = useState(0);
  const mayJudge = view.mayPlan || keyResult.mayCheckIn;
  const isJudged = intended !== null || lines.length > 0 || verdict !== null;
  return (
    <div className={styles.place}>
      <div className={styles.actions}>
        {place && mayJudge && isJudged ? (
          <VerdictSection keyResult={keyResult} place={place} given={verdict} />
        ) : (
          verdict && <GivenWords given={verdict} />
        )}
        <div className={styles.buttons}>
          {keyResult.mayCheckIn && (
            <Button
              spacing="compact"
              aria-label={`Check in on ${keyResult.title}`}
              onClick={() => setTimesAsked(timesAsked + 1)}
            >
              Check in
            </Button>
          )}
          {place && view.mayPlan && intended && intended.left !== 0 && (
            <CarryOn keyResult={keyResult} place={place} intended={intended} />
          )}
        </div>
      </div>
      {timesAsked > 0 && <CheckInPlace row={row} asked={timesAsked} onClose={() => setTimesAsked(0)} />}
    </div>
  );
};
