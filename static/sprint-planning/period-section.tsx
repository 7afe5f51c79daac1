import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, type MutableRefObject } from 'react';
import type { PlanningSettingsView, SprintPlanningView } from '../../src/contract/sprint-planning';
import { addDays, type IsoDate } from '../../src/domain/dates';
import { formatDay } from '../../src/domain/figure-words';
import styles from './planning.module.css';
import { RhythmForm } from './rhythm-form';

/** How a person goes from one period to another. */
export type Step = 'earlier' | 'later' | 'now' | 'rhythm';

/** Which period is shown, the way to others, and the rhythm they have. */
export const PeriodSection = ({
  boardId,
  view,
  isNow,
  cameBy,
  onGo,
  onSettings,
}: {
  readonly boardId: number;
  readonly view: SprintPlanningView;
  /** Whether it is the one that runs now. */
  readonly isNow: boolean;
  /** How the person came to it: what was pressed went with the period before, and took the focus with it. */
  readonly cameBy: MutableRefObject<Step | null>;
  readonly onGo: (step: Step, day: IsoDate | null) => void;
  readonly onSettings: (settings: PlanningSettingsView) => void;
}) => {
  const { start, end } = view.period!;
  const heading = useId();
  const earlier = useRef<HTMLButtonElement>(null);
  const later = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (cameBy.current !== null && document.activeElement === document.body)
      (cameBy.current === 'later' ? later : earlier).current?.focus();
    cameBy.current = null;
  }, [cameBy]);
  return (
    <section className={styles.section} aria-label="Period">
      <h2 id={heading}>{`Period: ${formatDay(start)} to ${formatDay(end)}`}</h2>
      <div className={styles.buttons}>
        <Button
          ref={earlier}
          spacing="compact"
          aria-describedby={heading}
          onClick={() => onGo('earlier', addDays(start, -1))}
        >
          Earlier period
        </Button>
        <Button
          ref={later}
          spacing="compact"
          aria-describedby={heading}
          onClick={() => onGo('later', addDays(end, 1))}
        >
          Later period
        </Button>
        {!isNow && (
          <Button spacing="compact" appearance="subtle" onClick={() => onGo('now', null)}>
            The one that runs now
          </Button>
        )}
      </div>
      <RhythmForm boardId={boardId} view={view} onSaved={onSettings} />
    </section>
  );
};
