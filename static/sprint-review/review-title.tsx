import type { ReactNode } from 'react';
import type { SprintReviewView } from '../../src/contract/sprint-review';
import { formatDay } from '../../src/domain/figure-words';
import { datesOf, STATE_NAMES } from '../shared/sprint-words';
import { Pill } from '../shared/pill';
import styles from './review-title.module.css';

/** Which sprint or period is reviewed: name, state, days and goal, with the way to another one. */
export const ReviewTitle = ({
  view,
  isReading,
  boardName,
  children,
}: {
  readonly view: SprintReviewView | null;
  /** Whether it is still to come, and its place is kept. */
  readonly isReading: boolean;
  readonly boardName: string | null;
  readonly children: ReactNode;
}) => {
  const days = view && daysIn(view);
  return (
    <div className={styles.header}>
      <div className={styles.top}>
        {view ? (
          <div className={styles.name}>
            <h1>{titleOf(view, boardName)}</h1>
            {view.sprint && (
              <Pill tone={view.sprint.state === 'active' ? 'information' : 'neutral'}>
                {STATE_NAMES[view.sprint.state]}
              </Pill>
            )}
          </div>
        ) : (
          isReading && <div className={styles.title} aria-hidden="true" />
        )}
        <div className={styles.choices}>{children}</div>
      </div>
      {view
        ? days && <p className={styles.facts}>{view.sprint && boardName ? `${boardName} · ${days}` : days}</p>
        : isReading && <div className={styles.line} aria-hidden="true" />}
      {view?.sprint?.goal && (
        <p className={styles.goal}>
          <strong>Sprint goal</strong> {view.sprint.goal}
        </p>
      )}
    </div>
  );
};

const titleOf = ({ sprint, period }: SprintReviewView, boardName: string | null): string => {
  if (sprint) return sprint.name;
  if (period === null) return boardName ?? 'Sprint review';
  return boardName ?? 'Review of a period';
};

const daysIn = ({ sprint, period, today }: SprintReviewView): string | null => {
  if (sprint) return datesOf(sprint);
  if (period === null) return null;
  const { start, end } = period;
  return `Period ${formatDay(start)} to ${formatDay(end)}${start <= today && today <= end ? ', which runs' : ''}`;
};
