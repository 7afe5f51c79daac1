import { useCallback } from 'react';
import type { SprintReviewView } from '../../src/contract/sprint-review';
import { daysBetween } from '../../src/domain/dates';
import { RHYTHM_WEEKS, type Period, type Rhythm } from '../../src/domain/period';
import { readPastPeriods, readPastSprints, type PastFocus } from '../shared/focus-history';
import { FocusPast } from '../shared/focus-past';
import { readPeriodFields, readSprintsWithFields } from './as-viewer';

/** The last six sprints or periods before the one that is reviewed, or with it where it is over. */
export const FocusHistory = ({
  boardId,
  view: { period, projectId },
  title,
}: {
  readonly boardId: number;
  readonly view: SprintReviewView;
  readonly title: string;
}) => {
  const read = useCallback(async (): Promise<readonly PastFocus[]> => {
    if (period === null) return readPastSprints(await readSprintsWithFields(boardId));
    if (projectId === null) return [];
    const fields = await readPeriodFields(boardId);
    return readPastPeriods({ projectId, fields }, rhythmOf(period), period);
  }, [boardId, period, projectId]);
  return <FocusPast title={title} hasTitle={false} read={read} />;
};

/** A period tells its rhythm: every one of it is as long, one after the other. */
const rhythmOf = ({ start, end }: Period): Rhythm => ({
  weeks: RHYTHM_WEEKS.find((weeks) => weeks * 7 === daysBetween(start, end) + 1) ?? RHYTHM_WEEKS[0],
  firstDay: start,
});
