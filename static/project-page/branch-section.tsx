import type { Figures } from './figures';
import { PoolMessage } from './pool-message';
import type { PoolId } from './pools';
import { SprintList } from './sprint-list';
import { useTree } from './tree-context';
import { isEstimated, poolFigures, remainingFigures, remainingParts } from './tree-figures';
import type { TreeIssue } from './tree-issue';
import { TreeRow, Under } from './tree-row';
import { poolIn } from './work-state';
import styles from './tree.module.css';
import { WholePool } from './whole-pool';

/** The team's work in the cycle that serves none of the objectives above: nobody said, or somebody said why. */
export const BranchSection = () => {
  const { work } = useTree();
  const elsewhere = remainingFigures(work, 'elsewhere');
  // Own tags are counted by Jira, so that what the first page does not hold is not hidden.
  const hasElsewhere = (elsewhere?.items.total ?? 0) > 0 || (work.elsewhereCounts?.total ?? 0) > 0;
  return (
    <section aria-labelledby="section-other">
      <div className={styles.section}>
        <h2 id="section-other">Other work of this team</h2>
      </div>
      <ul className={styles.list}>
        <Branch
          pool="remaining"
          id="untagged"
          title="No key result"
          figures={remainingFigures(work, 'untagged')}
          part={(issues) => remainingParts(issues).untagged}
          none="All work of this cycle has a key result or is exempt."
        />
        <Branch
          pool="exempt"
          id="exempt"
          title="Exempt"
          figures={poolFigures(work, 'exempt')}
          part={(issues) => issues}
          none="No work of this cycle is exempt."
        />
        {hasElsewhere && (
          <Branch
            pool="remaining"
            id="elsewhere"
            title="Other key results"
            hint="Tagged with key results that are archived, of other cycles or teams, or not visible to you"
            figures={elsewhere}
            part={(issues) => remainingParts(issues).elsewhere}
            none="No work of this cycle has other key results."
          />
        )}
      </ul>
    </section>
  );
};

const Branch = ({
  pool,
  id,
  title,
  hint,
  figures,
  part,
  none,
}: {
  readonly pool: PoolId;
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly figures: Figures | null;
  readonly part: (issues: readonly TreeIssue[]) => readonly TreeIssue[];
  readonly none: string;
}) => {
  const { work, isOpen, setOpen } = useTree();
  return (
    <li>
      <TreeRow
        id={id}
        level={1}
        title={title}
        note={hint && <span className={styles.note}>{hint}</span>}
        isOpen={isOpen(id)}
        onToggle={(open) => setOpen(id, open)}
        figures={figures}
        isEstimated={isEstimated(work)}
        isUnavailable={poolIn(work, pool).state === 'error'}
      />
      {id !== 'elsewhere' && <PoolMessage id={pool} />}
      {isOpen(id) && (
        <Under id={id}>
          <WholePool id={pool}>
            {(issues) => <SprintList parent={id} issues={part(issues)} none={none} />}
          </WholePool>
        </Under>
      )}
    </li>
  );
};
