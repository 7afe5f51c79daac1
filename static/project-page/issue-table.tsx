import DynamicTable from '@atlaskit/dynamic-table';
import Lozenge from '@atlaskit/lozenge';
import { formatNumber } from '../../src/domain/figure-words';
import { IssueLink } from '../shared/issue-link';
import styles from './issue-table.module.css';
import type { TreeIssue } from './tree-issue';
import { useNarrow } from '../shared/use-narrow';

const ROWS_PER_PAGE = 20;

/** Issues of one sprint, paged; each opens its issue. */
export const IssueTable = ({
  label,
  issues,
  isEstimated,
}: {
  readonly label: string;
  readonly issues: readonly TreeIssue[];
  readonly isEstimated: boolean;
}) => {
  const narrow = useNarrow();
  const columns = COLUMNS.filter(
    ({ key }) => (isEstimated || key !== 'points') && !(narrow && WIDE_ONLY.has(key)),
  );
  return (
    <div className={styles.table}>
      <DynamicTable
        label={label}
        head={{
          cells: columns.map(({ key, title, widths }) => ({
            key,
            content: title,
            width: widths[narrow ? 'narrow' : 'wide'],
          })),
        }}
        rows={issues.map((issue) => ({
          key: issue.id,
          cells: columns.map(({ key, cell }) => ({ key, content: cell(issue) })),
        }))}
        rowsPerPage={ROWS_PER_PAGE}
        defaultPage={1}
        isFixedSize
      />
    </div>
  );
};

const STATUS = { new: 'default', indeterminate: 'inprogress', done: 'success' } as const;
const WIDE_ONLY: ReadonlySet<string> = new Set(['type', 'assignee']);

const COLUMNS = [
  {
    key: 'key',
    title: 'Key',
    widths: { wide: 14, narrow: 24 },
    cell: ({ key }: TreeIssue) => <IssueLink issueKey={key} />,
  },
  {
    key: 'summary',
    title: 'Summary',
    widths: { wide: 40, narrow: 34 },
    cell: ({ summary, tag }: TreeIssue) => (
      <span className={styles.summary}>
        {summary}
        {tag?.inheritedFrom && <span className={styles.inherited}> from {tag.inheritedFrom}</span>}
      </span>
    ),
  },
  { key: 'type', title: 'Type', widths: { wide: 10, narrow: 0 }, cell: ({ type }: TreeIssue) => type },
  {
    key: 'status',
    title: 'Status',
    widths: { wide: 16, narrow: 26 },
    cell: ({ status }: TreeIssue) => <Lozenge appearance={STATUS[status.category]}>{status.name}</Lozenge>,
  },
  {
    key: 'points',
    title: 'Points',
    widths: { wide: 8, narrow: 16 },
    cell: ({ points }: TreeIssue) => (points === null ? '–' : formatNumber(points)),
  },
  {
    key: 'assignee',
    title: 'Assignee',
    widths: { wide: 16, narrow: 0 },
    cell: ({ assignee }: TreeIssue) => assignee ?? 'Unassigned',
  },
] as const;
