import Button from '@atlaskit/button/new';
import { useSyncExternalStore } from 'react';
import styles from './card-actions.module.css';
import { CarryOn } from './carry-on';
import { CheckInPlace } from './check-in-place';
import { useReviewPlace } from './review-context';
import type { ReviewRow } from './review-model';
import { actionsOn } from './row-actions';
import { GivenWords, VerdictSection } from './verdict-section';

/** What can be done about a key result where its review is read: say what its work showed, check in, carry on. */
export const CardActions = ({ row }: { readonly row: ReviewRow }) => {
  const parts = useReviewPlace();
  const { place, forms } = parts;
  const { keyResult, verdict, intended } = row;
  const may = actionsOn(row, parts);
  const task = forms.checkIn(keyResult.id, place);
  const { asked } = useSyncExternalStore(task.subscribe, task.get);
  return (
    <div className={styles.place}>
      <div className={styles.actions}>
        {place && may.judge ? (
          <VerdictSection keyResult={keyResult} place={place} given={verdict} />
        ) : (
          verdict && <GivenWords given={verdict} />
        )}
        <div className={styles.buttons}>
          {may.checkIn && (
            <Button spacing="compact" aria-label={`Check in on ${keyResult.title}`} onClick={task.open}>
              Check in
            </Button>
          )}
          {place && intended && may.carryOn && (
            <CarryOn keyResult={keyResult} place={place} intended={intended} />
          )}
        </div>
      </div>
      {may.checkIn && asked > 0 && <CheckInPlace row={row} task={task} asked={asked} />}
    </div>
  );
};
