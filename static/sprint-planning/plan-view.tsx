import Button from '@atlaskit/button/new';
import { useState, type ReactNode } from 'react';
import type {
  IntentView,
  PlanningSettingsView,
  SprintPlanningView,
} from '../../src/contract/sprint-planning';
import type { IntentPlace } from '../../src/domain/sprint-intent';
import { AsOf } from '../shared/as-of';
import { ProblemMessage } from '../shared/problem-message';
import { useChangesElsewhere } from '../shared/use-changes-elsewhere';
import { useLoadable } from '../shared/use-loadable';
import { FocusSection } from './focus-section';
import { IntentSection } from './intent-section';
import type { PlanForms } from './plan-forms';
import { PlanningSkeleton } from './planning-skeleton';
import styles from './planning.module.css';
import type { Plan, PlannedBoard } from './queries';

/** What is to be shown of a plan, whatever it is of. */
export type PlanViewProps = {
  readonly read: () => Promise<Plan>;
  readonly board: PlannedBoard;
  readonly forms: PlanForms;
  readonly placeOf: (view: SprintPlanningView) => IntentPlace;
  readonly title: string;
  /** Nothing more can be said of it. */
  readonly isOver: boolean;
  /** The day by which what is said is visible unless another is given; empty where it is not known. */
  readonly endOf: (view: SprintPlanningView) => string;
  /** The day from which it runs; empty where it is not known. */
  readonly startOf: (view: SprintPlanningView) => string;
  readonly workTitle: string;
  /** What comes before what is said. */
  readonly above?: (view: SprintPlanningView, onSettings: (saved: PlanningSettingsView) => void) => ReactNode;
  /** What comes after it. */
  readonly below?: (view: SprintPlanningView) => ReactNode;
  readonly past: (view: SprintPlanningView) => ReactNode;
};

/** The plan of a sprint or period: what it is to move, its goal, and how its work splits. */
export const PlanView = ({
  read,
  board,
  forms,
  placeOf,
  title,
  isOver,
  endOf,
  startOf,
  workTitle,
  above,
  below,
  past,
}: PlanViewProps) => {
  const { loadable, freshness, reload, change } = useLoadable(read);
  useChangesElsewhere(() => void reload());
  const [busy, setBusy] = useState(false);
  if (loadable.state === 'error') {
    return <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />;
  }
  if (loadable.state === 'loading' || freshness === null)
    return <PlanningSkeleton label="Reading the plan…" />;
  const { view, work } = loadable.value;
  const refresh = async (): Promise<void> => {
    setBusy(true);
    await reload();
    setBusy(false);
  };
  const showInView = (part: Partial<SprintPlanningView>): void =>
    change((plan) => ({ ...plan, view: { ...plan.view, ...part } }));
  const showIntent = (intent: IntentView): void => showInView({ intent });
  const showSettings = (settings: PlanningSettingsView): void => showInView({ settings });
  const place = placeOf(view);
  return (
    <>
      <div className={styles.buttons} aria-busy={busy}>
        <AsOf freshness={freshness} />
        <Button spacing="compact" appearance="subtle" isLoading={busy} onClick={() => void refresh()}>
          Refresh
        </Button>
      </div>
      {above?.(view, showSettings)}
      <IntentSection
        key={JSON.stringify(place)}
        view={view}
        work={work}
        form={forms.formOf(place)}
        place={place}
        title={title}
        isOver={isOver}
        startDay={startOf(view)}
        endDay={endOf(view)}
        workTitle={workTitle}
        onSaved={showIntent}
        onUndecided={() => void refresh()}
      />
      {below?.(view)}
      <FocusSection
        board={board}
        view={view}
        work={work}
        workTitle={workTitle}
        onSettings={showSettings}
        past={past(view)}
      />
    </>
  );
};
