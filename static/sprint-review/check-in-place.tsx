import { useMemo } from 'react';
import { addDays, type IsoDate } from '../../src/domain/dates';
import type { SprintSpan } from '../../src/domain/sprint-movement';
import { CheckInForm } from '../shared/check-in-form';
import { formatDay } from '../../src/domain/figure-words';
import { TaskContext, type OpenTask } from '../shared/open-task';
import type { SingleTask } from '../shared/single-task';
import { withCheckIn } from './merge';
import { checkIn } from './queries';
import { useReviewPlace } from './review-context';
import type { ReviewRow } from './review-model';

/** The check-in where the review is read. Of a sprint that just closed it begins with its last day, which the review reads. */
export const CheckInPlace = ({
  row: { keyResult, cycle },
  task,
  asked,
}: {
  readonly row: ReviewRow;
  readonly task: SingleTask;
  readonly asked: number;
}) => {
  const { view, span, change, readAgain } = useReviewPlace();
  const { close, takeFocus, keep } = task;
  const open = useMemo(
    (): OpenTask => ({ asked, close, takeFocus, keep, readAgain }),
    [asked, close, takeFocus, keep, readAgain],
  );
  return (
    <TaskContext.Provider value={open}>
      <CheckInForm
        keyResult={keyResult}
        cycle={cycle}
        today={view.today}
        day={dayToCheckIn(span, view.today, keyResult.latest?.date ?? null)}
        {...(span?.end
          ? { dayHint: `A value of ${formatDay(span.end)} or before counts for what is reviewed` }
          : {})}
        send={checkIn}
        onSaved={(saved) => change((before) => withCheckIn(before, saved))}
      />
    </TaskContext.Provider>
  );
};

/** The last day of what closed lately, unless somebody has checked in since; else today. */
const dayToCheckIn = (span: SprintSpan | null, today: IsoDate, latest: IsoDate | null): IsoDate => {
  const end = span?.end;
  if (!end || end < addDays(today, -LATELY_DAYS) || (latest !== null && latest > end)) return today;
  return end;
};

const LATELY_DAYS = 14;
