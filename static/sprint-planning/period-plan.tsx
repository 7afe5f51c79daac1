import Button from '@atlaskit/button/new';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { SprintPlanningView } from '../../src/contract/sprint-planning';
import { addDays, type IsoDate } from '../../src/domain/dates';
import { USUAL_RHYTHM, type Period } from '../../src/domain/period';
import { formatDay } from '../shared/format';
import { FocusPast } from './focus-past';
import { readPastPeriods } from './focus-history';
import type { PlanForms } from './plan-forms';
import { PlanView } from './plan-view';
import styles from './planning.module.css';
import { readPeriodPlan, type PlannedBoard } from './queries';
import { RhythmForm } from './rhythm-form';

/** The plan of a board without sprints, over one period of its rhythm after another. */
export const PeriodPlan = ({
  board,
  forms,
  boardChoice,
}: {
  readonly board: PlannedBoard;
  readonly forms: PlanForms;
  readonly boardChoice: ReactNode;
}) => {
  const [day, setDay] = useState<IsoDate | null>(null);
  const [rhythmKey, setRhythmKey] = useState('');
  const read = useCallback(() => readPeriodPlan(board, day), [board, day]);
  return (
    <>
      <div className={styles.header}>
        <h1>Plan {board.board.name}</h1>
        {boardChoice}
      </div>
      <PlanView
        // Another rhythm has other periods, which are read anew.
        key={`${day} ${rhythmKey}`}
        read={read}
        board={board}
        forms={forms}
        placeOf={(view) => ({ kind: 'period', boardId: board.board.id, start: view.period!.start })}
        title="this period"
        isOver={false}
        endOf={(view) => view.period!.end}
        workTitle="in this period"
        above={(view, onSettings) => (
          <section className={styles.section} aria-label="Period">
            <h2>{`Period: ${daysOf(view.period!)}`}</h2>
            <div className={styles.buttons}>
              <Button spacing="compact" onClick={() => setDay(addDays(view.period!.start, -1))}>
                Earlier period
              </Button>
              <Button spacing="compact" onClick={() => setDay(addDays(view.period!.end, 1))}>
                Later period
              </Button>
              {day !== null && (
                <Button spacing="compact" appearance="subtle" onClick={() => setDay(null)}>
                  The one that runs now
                </Button>
              )}
            </div>
            <RhythmForm
              boardId={board.board.id}
              view={view}
              onSaved={(settings) => {
                onSettings(settings);
                setDay(null);
                setRhythmKey(JSON.stringify(settings.rhythm));
              }}
            />
          </section>
        )}
        past={(view) => <PastPeriods board={board} view={view} />}
      />
    </>
  );
};

const daysOf = ({ start, end }: Period): string => `${formatDay(start)} to ${formatDay(end)}`;

const PastPeriods = ({
  board,
  view,
}: {
  readonly board: PlannedBoard;
  readonly view: SprintPlanningView;
}) => {
  const { weeks, firstDay } = view.settings.rhythm ?? USUAL_RHYTHM;
  const { start, end } = view.period!;
  const read = useMemo(
    () => () => readPastPeriods(board, { weeks, firstDay }, { start, end }),
    [board, weeks, firstDay, start, end],
  );
  return <FocusPast title="The six periods before" read={read} />;
};
