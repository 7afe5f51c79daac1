import { useEffect, useRef, useState } from 'react';
import type { ProjectPageView } from '../../src/contract/project-page';
import type { CycleId, ProjectId } from '../../src/domain/ids';
import { CycleHeader } from './cycle-header';
import { withCycle, withObjective } from './merge';
import { NoCycle } from './no-cycle';
import { PageContext, type Page } from './page-context';
import styles from './page.module.css';
import { withoutTask, withTask, type OpenTasks } from './task';
import { Tree } from './tree';
import { VisibilitySetting } from './visibility-setting';

/** The page once its OKRs are known. */
export const PageContent = ({
  projectId,
  page,
  onChange,
  onReload,
}: {
  readonly projectId: ProjectId;
  readonly page: ProjectPageView;
  readonly onChange: (page: ProjectPageView) => void;
  readonly onReload: (cycleId: CycleId | null) => Promise<void>;
}) => {
  const [tasks, setTasks] = useState<OpenTasks>(new Map());
  const [busy, setBusy] = useState(false);
  // An undo comes from a flag that was made before the latest change.
  const latest = useRef(page);
  useEffect(() => void (latest.current = page), [page]);

  const reload = async (cycleId: CycleId | null): Promise<void> => {
    setBusy(true);
    await onReload(cycleId);
    setBusy(false);
  };
  const value: Page = {
    projectId,
    view: page,
    tasks,
    openTask: (task) => setTasks((open) => withTask(open, task)),
    closeTask: (task) => setTasks((open) => withoutTask(open, task)),
    showObjective: (saved) => onChange(withObjective(latest.current, saved)),
    showCycle: (saved) => {
      const { cycle: before } = latest.current;
      const changed = withCycle(latest.current, saved);
      onChange(changed);
      // Forms belong to the cycle that they were opened in.
      if (changed.cycle?.id !== before?.id) setTasks(new Map());
      // What may be done in a cycle follows from its state, and only the back end says what.
      if (changed.cycle && (changed.cycle.id !== before?.id || changed.cycle.state !== before.state)) {
        void reload(changed.cycle.id);
      }
    },
    showVisibility: (restricted) =>
      onChange({ ...latest.current, visibility: { ...latest.current.visibility, restricted } }),
    goToCycle: (id) => {
      setTasks(new Map());
      void reload(id);
    },
  };

  return (
    <PageContext.Provider value={value}>
      <div className={styles.page} aria-busy={busy}>
        <CycleHeader />
        {page.cycle === null ? (
          <NoCycle />
        ) : (
          <Tree key={page.cycle.id} cycle={page.cycle} onReload={() => reload(page.cycle?.id ?? null)} />
        )}
        {page.cycle !== null && page.visibility.mayChange && <VisibilitySetting />}
      </div>
    </PageContext.Provider>
  );
};
