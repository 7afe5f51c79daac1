import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Cycle } from '../../src/domain/cycle';
import type { ObjectiveView } from '../../src/contract/views';
import { AsOf } from '../shared/as-of';
import { usePeople } from '../shared/people';
import { ProblemMessage } from '../shared/problem-message';
import type { Freshness } from '../shared/reading';
import { ArchivedList } from './archived-list';
import { BranchSection } from './branch-section';
import { ObjectiveSection } from './objective-section';
import { usePage } from './page-context';
import { TreeContext } from './tree-context';
import { onTreeKey } from './tree-keys';
import styles from './tree.module.css';
import { useWork } from './use-work';

/** A cycle's objectives, the company's above the team's, with the work under them, and the work that serves none. */
export const Tree = ({
  cycle,
  onReload,
}: {
  readonly cycle: Cycle;
  readonly onReload: () => Promise<void>;
}) => {
  const { view, projectId, freshness } = usePage();
  const { work, store } = useWork(projectId, cycle, view.objectives);
  const people = usePeople(peopleOf(view.objectives));
  const [rows, setRows] = useState<ReadonlyMap<string, boolean>>(new Map());
  const shown = view.objectives.filter(({ archived }) => !archived);
  const refresh = (): void => void Promise.all([onReload(), store.refresh()]);

  return (
    <TreeContext.Provider
      value={{
        cycle,
        work,
        store,
        people,
        isOpen: (row, byDefault = false) => rows.get(row) ?? byDefault,
        setOpen: (row, open) => setRows((before) => new Map(before).set(row, open)),
      }}
    >
      <div className={styles.tree} onKeyDown={onTreeKey}>
        <div className={styles.refresh}>
          <AsOf freshness={older(freshness, work.freshness)} />
          <Button spacing="compact" isDisabled={work.refreshing} onClick={refresh}>
            Refresh
          </Button>
        </div>
        <div className={styles.columns} aria-hidden="true">
          <span />
          <span>Owner</span>
          <span>Outcome</span>
          <span className={styles.number}>Items done</span>
          <span className={styles.number}>Points done</span>
        </div>
        {work.problem && <ProblemMessage problem={work.problem} onRetry={() => void store.refresh()} />}
        <ObjectiveSection
          title="Company objectives"
          scope="company"
          objectives={shown.filter(({ scope }) => scope.type === 'company')}
          mayCreate={view.mayCreate.company}
        />
        <ObjectiveSection
          title="Team objectives"
          scope="team"
          objectives={shown.filter(({ scope }) => scope.type === 'team')}
          mayCreate={view.mayCreate.team}
        />
        {/* Before the other work, whose rows come and go with what is counted: this is not to move under a pointer. */}
        <ArchivedList objectives={view.objectives} />
        <BranchSection />
      </div>
    </TreeContext.Provider>
  );
};

const peopleOf = (objectives: readonly ObjectiveView[]) =>
  objectives
    .flatMap(({ owner, keyResults }) => [owner, ...keyResults.map((keyResult) => keyResult.owner)])
    .filter((owner) => owner !== null);

/** The OKRs and the work under them are shown as one, which is as old as its older part. */
const older = (okrs: Freshness, work: Freshness | null): Freshness => ({
  asOf: Math.min(okrs.asOf, work?.asOf ?? okrs.asOf),
  problem: okrs.problem ?? work?.problem ?? null,
});
