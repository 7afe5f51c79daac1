import { lazy, Suspense } from 'react';
import type { Sprint } from '../../src/jira/boards';
import { formatDay } from '../../src/domain/figure-words';
import { Pill } from '../shared/pill';
import { exactFigures } from './figures';
import { PanelSkeleton } from './panel-skeleton';
import type { SprintGroup } from './sprint-groups';
import { useTree } from './tree-context';
import { isEstimated } from './tree-figures';
import { TreeRow, Under } from './tree-row';
import styles from './tree.module.css';

const IssueTable = lazy(() => import('./issue-table').then(({ IssueTable: table }) => ({ default: table })));

/** A sprint's part of the work above it; the active sprint is open from the start. */
export const SprintRow = ({ parent, group }: { readonly parent: string; readonly group: SprintGroup }) => {
  const { work, isOpen, setOpen } = useTree();
  const { sprint, issues } = group;
  const id = `${parent}-${sprint?.id ?? 'none'}`;
  const open = isOpen(id, sprint?.state === 'active');
  return (
    <>
      <TreeRow
        id={id}
        level={3}
        title={sprint?.name ?? 'Not in a sprint of this cycle'}
        note={sprint && <SprintNote sprint={sprint} />}
        isOpen={open}
        onToggle={(next) => setOpen(id, next)}
        figures={exactFigures(issues)}
        isEstimated={isEstimated(work, sprint)}
      />
      {open && (
        <Under id={id}>
          <Suspense fallback={<PanelSkeleton />}>
            <IssueTable
              label={`Issues: ${sprint?.name ?? 'not in a sprint of this cycle'}`}
              issues={issues}
              isEstimated={isEstimated(work, sprint)}
            />
          </Suspense>
        </Under>
      )}
    </>
  );
};

const SprintNote = ({ sprint }: { readonly sprint: Sprint }) => {
  const end = sprint.completeDate ?? sprint.endDate;
  return (
    <span className={styles.note}>
      {sprint.state === 'active' && <Pill tone="information">Active</Pill>}
      {sprint.state === 'future' && <Pill tone="neutral">Planned</Pill>}
      {sprint.startDate && end && `${formatDay(sprint.startDate)} – ${formatDay(end)}`}
    </span>
  );
};
