import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { SprintPlanningView } from '../../src/contract/sprint-planning';
import type { IsoDate } from '../../src/domain/dates';
import { USUAL_RHYTHM } from '../../src/domain/period';
import { FocusPast } from '../shared/focus-past';
import { readPastPeriods } from '../shared/focus-history';
import { PeriodSection, type Step } from './period-section';
import type { PlanForms } from './plan-forms';
import { PlanView } from './plan-view';
import styles from './planning.module.css';
import { readPeriodPlan, type PlannedBoard } from './queries';

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
  const cameBy = useRef<Step | null>(null);
  const read = useCallback(() => readPeriodPlan(board, day), [board, day]);
  const go = (step: Step, to: IsoDate | null): void => {
    cameBy.current = step;
    setDay(to);
  };
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
        startOf={(view) => view.period!.start}
        workTitle="in this period"
        above={(view, onSettings) => (
          <PeriodSection
            boardId={board.board.id}
            view={view}
            isNow={day === null}
            cameBy={cameBy}
            onGo={go}
            onSettings={(settings) => {
              onSettings(settings);
              cameBy.current = 'rhythm';
              setDay(null);
              setRhythmKey(JSON.stringify(settings.rhythm));
            }}
          />
        )}
        past={(view) => <PastPeriods board={board} view={view} />}
      />
    </>
  );
};

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
