import type { Figures } from './figures';
import { exactFigures } from './figures';
import { PoolMessage } from './pool-message';
import type { PoolId } from './pools';
import { SprintList } from './sprint-list';
import { useTree } from './tree-context';
import { isEstimated, poolFigures, remainingParts } from './tree-figures';
import type { TreeIssue } from './tree-issue';
import { TreeRow, Under } from './tree-row';
import styles from './tree.module.css';
import { WholePool } from './whole-pool';
import { poolIn } from './work-state';

/** The team's work in the cycle that serves none of the objectives above: nobody said, or somebody said why. */
export const BranchSection = () => {
  const { work } = useTree();
  const remaining = poolIn(work, 'remaining');
  const parts = remaining.state === 'complete' ? remainingParts(remaining.issues) : null;
  const elsewhere: Figures | null = parts
    ? exactFigures(parts.elsewhere)
    : work.elsewhereCounts && { items: work.elsewhereCounts, points: { done: 0, total: 0 }, exact: false };
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
          figures={parts ? exactFigures(parts.untagged) : poolFigures(work, 'remaining')}
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
        {elsewhere !== null && elsewhere.items.total > 0 && (
          <Branch
            pool="remaining"
            id="elsewhere"
            title="Other key results"
            hint="Tagged with key results of other cycles, of other teams, or not visible to you"
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
        level={2}
        title={title}
        note={hint && <span className={styles.note}>{hint}</span>}
        isOpen={isOpen(id)}
        onToggle={(open) => setOpen(id, open)}
        figures={figures}
        isEstimated={isEstimated(work)}
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
