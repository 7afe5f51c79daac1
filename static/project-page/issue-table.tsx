import Button from '@atlaskit/button/new';
import { useState, type ReactNode } from 'react';
import { formatNumber } from '../../src/domain/figure-words';
import { IssueLink } from '../shared/issue-link';
import { Pill } from '../shared/pill';
import styles from './issue-table.module.css';
import type { TreeIssue } from './tree-issue';

const ROWS_MORE = 20;

/** Issues of one sprint, some at a time; each opens its issue. */
export const IssueTable = ({
  label,
  issues,
  isEstimated,
}: {
  readonly label: string;
  readonly issues: readonly TreeIssue[];
  readonly isEstimated: boolean;
}) => {
  const [shown, setShown] = useState(ROWS_MORE);
  const columns = COLUMNS.filter(({ key }) => isEstimated || key !== 'points');
  const left = issues.length - shown;
  return (
    <div className={styles.place}>
      {/* Laid out as something else where it is narrow, which takes the roles of a table from it. */}
      <table role="table" className={styles.table} aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ key, title }) => (
              <th key={key} role="columnheader" scope="col" className={styles[key]}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {issues.slice(0, shown).map((issue) => (
            <tr key={issue.id} role="row">
              {columns.map(({ key, cell }) => (
                <td key={key} role="cell" className={styles[key]}>
                  {cell(issue)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <Button spacing="compact" onClick={() => setShown(shown + ROWS_MORE)}>
          {`Show ${Math.min(ROWS_MORE, left)} more of ${formatNumber(issues.length)}`}
        </Button>
      )}
    </div>
  );
};

const TONES = { new: 'neutral', indeterminate: 'information', done: 'success' } as const;

const COLUMNS: readonly {
  readonly key: 'key' | 'summary' | 'type' | 'status' | 'points' | 'assignee';
  readonly title: string;
  readonly cell: (issue: TreeIssue) => ReactNode;
}[] = [
  { key: 'key', title: 'Key', cell: ({ key }) => <IssueLink issueKey={key} /> },
  {
    key: 'summary',
    title: 'Summary',
    cell: ({ summary, tag }) => (
      <>
        {summary}
        {tag?.inheritedFrom && <span className={styles.inherited}> from {tag.inheritedFrom}</span>}
      </>
    ),
  },
  { key: 'type', title: 'Type', cell: ({ type }) => type },
  {
    key: 'status',
    title: 'Status',
    cell: ({ status }) => <Pill tone={TONES[status.category]}>{status.name}</Pill>,
  },
  {
    key: 'points',
    title: 'Points',
    cell: ({ points }) => (points === null ? '–' : formatNumber(points)),
  },
  { key: 'assignee', title: 'Assignee', cell: ({ assignee }) => assignee ?? 'Unassigned' },
];
