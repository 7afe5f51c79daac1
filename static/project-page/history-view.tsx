import { useSyncExternalStore } from 'react';
import type { CheckInView, KeyResultView } from '../../src/contract/views';
import { CheckInTable } from './check-in-table';
import { HistoryChart } from './history-chart';
import { measureOf, sprintFigures } from './history-figures';
import { LearnedList } from './learned-list';
import { usePage } from './page-context';
import { RebuildPanel } from './rebuild-panel';
import type { RebuildStore } from './rebuild-store';
import { SprintTable } from './sprint-table';
import { useTree } from './tree-context';
import type { SprintWork } from './use-sprint-work';

/** A key result's history once it is known: the chart, what was learned, and behind it every sprint and check-in. */
export const HistoryView = ({
  keyResult,
  checkIns,
  known,
  store,
}: {
  readonly keyResult: KeyResultView;
  readonly checkIns: readonly CheckInView[];
  /** `null` where it could not be read. */
  readonly known: SprintWork | null;
  readonly store: RebuildStore;
}) => {
  const { today } = usePage().view;
  const { cycle } = useTree();
  // Only what is done: how far a run is changes with every page that is read.
  const sums = useSyncExternalStore(store.subscribe, () => store.get().sums);
  const { id, metric } = keyResult;
  const verdicts = known?.work.verdicts ?? [];
  const sprints = sprintFigures(
    { id, metric, checkIns, verdicts, today },
    known?.sprints ?? [],
    known?.work.sprints ?? [],
    sums,
  );
  const measure = measureOf(sprints);
  return (
    <>
      <HistoryChart
        keyResult={keyResult}
        shown={{ cycle, metric, checkIns, today, sprints, measure, verdicts }}
      />
      <LearnedList verdicts={verdicts} sprints={known?.sprints ?? []} />
      <RebuildPanel sprints={known?.unfrozen ?? []} store={store} />
      <SprintTable sprints={sprints} measure={measure} unit={metric.unit} />
      <CheckInTable checkIns={checkIns} unit={metric.unit} />
    </>
  );
};
