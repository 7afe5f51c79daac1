import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ProjectPageView } from '../../src/contract/project-page';
import type { CycleId, ProjectId } from '../../src/domain/ids';
import { AsOf } from '../shared/as-of';
import type { Freshness } from '../shared/reading';
import { CycleHeader } from './cycle-header';
import { withCycle, withObjective } from './merge';
import { NoCycle } from './no-cycle';
import { PageContext, type Page } from './page-context';
import styles from './page.module.css';
import { createTaskStore, tasksIn } from './open-tasks';
import { RightsUnknown } from './rights-unknown';
import { Tree } from './tree';
import { VisibilitySetting } from './visibility-setting';

/** The page once its OKRs are known. */
export const PageContent = ({
  projectId,
  page,
  freshness,
  onChange,
  onReload,
}: {
  readonly projectId: ProjectId;
  readonly page: ProjectPageView;
  readonly freshness: Freshness;
  readonly onChange: (page: ProjectPageView) => void;
  readonly onReload: (cycleId: CycleId | null) => Promise<void>;
}) => {
  const [tasks] = useState(createTaskStore);
  const open = useSyncExternalStore(tasks.subscribe, tasks.get);
  const [busy, setBusy] = useState(false);
  // An undo comes from a flag that was made before the latest change.
  const latest = useRef(page);
  useEffect(() => void (latest.current = page), [page]);

  const reload = async (cycleId: CycleId | null): Promise<void> => {
    setBusy(true);
    await onReload(cycleId);
    setBusy(false);
  };
  // Forms belong to the cycle that they were opened in, and wait there.
  const cycleId = page.cycle?.id ?? '';
  const value: Page = {
    projectId,
    view: page,
    freshness,
    tasks: tasksIn(open, cycleId),
    hasForms: (id) => tasksIn(open, id).size > 0,
    openTask: (task) => tasks.open(cycleId, task),
    closeTask: (task) => tasks.close(cycleId, task),
    keepForm: (task, make) => tasks.keep(cycleId, task, make),
    takeFocus: (task) => tasks.takeFocus(cycleId, task),
    showObjective: (saved) => onChange(withObjective(latest.current, saved)),
    showCycle: (saved) => {
      const { cycle: before } = latest.current;
      const changed = withCycle(latest.current, saved);
      onChange(changed);
      // What may be done in a cycle follows from its state, and only the back end says what.
      if (changed.cycle && (changed.cycle.id !== before?.id || changed.cycle.state !== before.state)) {
        void reload(changed.cycle.id);
      }
    },
    showVisibility: (restricted) =>
      onChange({ ...latest.current, visibility: { ...latest.current.visibility, restricted } }),
    readAgain: () => void reload(latest.current.cycle?.id ?? null),
    goToCycle: (id) => void reload(id),
  };

  return (
    <PageContext.Provider value={value}>
      <div className={styles.page} aria-busy={busy}>
        <CycleHeader />
        {page.rightsUnknown && (
          <RightsUnknown problem={page.rightsUnknown} onRetry={() => void reload(page.cycle?.id ?? null)} />
        )}
        {page.cycle === null ? (
          <>
            <NoCycle />
            {freshness.problem && <AsOf freshness={freshness} onRetry={() => void reload(null)} />}
          </>
        ) : (
          <Tree key={page.cycle.id} cycle={page.cycle} onReload={() => reload(page.cycle?.id ?? null)} />
        )}
        {page.cycle !== null && page.visibility.mayChange && <VisibilitySetting />}
      </div>
    </PageContext.Provider>
  );
};
