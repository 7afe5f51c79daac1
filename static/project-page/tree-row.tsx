import ChevronDown from '@atlaskit/icon/core/chevron-down';
import ChevronRight from '@atlaskit/icon/core/chevron-right';
import type { ReactNode } from 'react';
import { DeliveryCells } from './delivery-cells';
import type { Figures } from './figures';
import styles from './tree.module.css';

/** One row of the tree: what opens it, whose it is, its outcome, and apart from that what was delivered under it. */
export const TreeRow = (row: {
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly title: ReactNode;
  /** Beside the title, not part of the button's name. */
  readonly note?: ReactNode;
  readonly isOpen: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly owner?: string | null;
  readonly outcome?: ReactNode;
  readonly figures: Figures | null;
  readonly isEstimated: boolean;
  /** The figures could not be read. */
  readonly isUnavailable?: boolean;
  readonly actions?: ReactNode;
}) => {
  const toggle = (
    <button
      type="button"
      className={styles.toggle}
      data-level={row.level}
      aria-expanded={row.isOpen}
      aria-controls={row.isOpen ? `under-${row.id}` : undefined}
      onClick={() => row.onToggle(!row.isOpen)}
    >
      <span className={styles.chevron}>
        {row.isOpen ? <ChevronDown label="" size="small" /> : <ChevronRight label="" size="small" />}
      </span>
      <span className={styles.text}>{row.title}</span>
    </button>
  );
  return (
    <div
      className={`${styles.row} ${row.outcome === undefined ? styles.workOnly : styles[`level${row.level}`]}`}
    >
      <div className={styles.title}>
        {row.level === 1 ? <h3>{toggle}</h3> : row.level === 2 ? <h4>{toggle}</h4> : toggle}
        {row.note}
      </div>
      {row.outcome !== undefined && (
        <>
          <div className={styles.owner}>
            {row.owner && <span className={styles.label}>Owner: </span>}
            {row.owner}
          </div>
          <div className={styles.outcome}>{row.outcome}</div>
        </>
      )}
      <DeliveryCells
        figures={row.figures}
        isEstimated={row.isEstimated}
        isUnavailable={row.isUnavailable ?? false}
      />
      <div className={styles.actions}>{row.actions}</div>
    </div>
  );
};

/** What opens under a row. */
export const Under = ({ id, children }: { readonly id: string; readonly children: ReactNode }) => (
  <div id={`under-${id}`} className={styles.under}>
    {children}
  </div>
);
