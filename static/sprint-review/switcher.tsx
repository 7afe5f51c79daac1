import Button from '@atlaskit/button/new';
import { useRef } from 'react';
import type { SprintReviewView } from '../../src/contract/sprint-review';
import { addDays, type IsoDate } from '../../src/domain/dates';
import type { ReviewChoice } from './review-choice';
import { SprintSwitcher } from './sprint-switcher';
import styles from './switcher.module.css';

/** The way to another sprint of the board or, where it has none, to another period. Stays while another one is read. */
export const Switcher = ({
  boardId,
  view,
  isReading,
  choice,
  onSprint,
  onPeriod,
}: {
  readonly boardId: number;
  readonly view: SprintReviewView | null;
  /** Whether it is still to come, and its place is kept. */
  readonly isReading: boolean;
  readonly choice: ReviewChoice;
  readonly onSprint: (sprintId: number) => void;
  /** The period that a day lies in; `null` for the one that runs. */
  readonly onPeriod: (day: IsoDate | null) => void;
}) => {
  const last = useRef(view);
  if (view) last.current = view;
  const known = last.current;
  if (known === null) return isReading && <div className={styles.switcher} aria-hidden="true" />;
  if (known.period === null) {
    const sprintId = choice.kind === 'sprint' ? choice.sprintId : null;
    return (
      <div className={styles.switcher}>
        <SprintSwitcher
          boardId={boardId}
          shown={view?.sprint ?? null}
          chosen={sprintId ?? known.sprint?.id ?? null}
          onChoose={onSprint}
        />
      </div>
    );
  }
  return <PeriodSwitcher view={known} isReading={view === null} onChoose={onPeriod} />;
};

const PeriodSwitcher = ({
  view: { period, today },
  isReading,
  onChoose,
}: {
  readonly view: SprintReviewView;
  readonly isReading: boolean;
  readonly onChoose: (day: IsoDate | null) => void;
}) => {
  if (period === null) return null;
  const { start, end } = period;
  const runs = start <= today && today <= end;
  // What is pressed twice before the next one is known would skip none.
  const go = (day: IsoDate | null) => () => {
    if (!isReading) onChoose(day);
  };
  return (
    <div className={styles.periods} role="group" aria-label="Period">
      <Button spacing="compact" onClick={go(addDays(start, -1))}>
        Earlier period
      </Button>
      <Button spacing="compact" isDisabled={runs} onClick={go(addDays(end, 1))}>
        Later period
      </Button>
      {!runs && (
        <Button spacing="compact" appearance="subtle" onClick={go(null)}>
          The one that runs now
        </Button>
      )}
    </div>
  );
};
