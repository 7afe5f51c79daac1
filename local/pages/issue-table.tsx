import type { ReactElement } from 'react';
import type { FieldIds } from './jira-data';
import type { Issue } from './jira-types';
import { Link } from './routing';
import { StatusMark, StatusMenu } from './status';

type IssueTableProps = {
  readonly label: string;
  readonly issues: readonly Issue[];
  readonly fieldIds: FieldIds;
  /** With it, statuses are menus, and it is told of a move. */
  readonly onMoved?: () => void;
};

/** Issues as rows: key, summary with labels, parent, what the app says, points, who, status. */
export const IssueTable = ({ label, issues, fieldIds, onMoved }: IssueTableProps): ReactElement => (
  <table className="issues" aria-label={label}>
    <thead className="hidden">
      <tr>
        <th>Key</th>
        <th>Summary</th>
        <th>Parent</th>
        {fieldIds.app.map(({ id, name }) => (
          <th key={id}>{name}</th>
        ))}
        <th>Points</th>
        <th>Assignee</th>
        <th>Status</th>
      </tr>
    </thead>
    <tbody>
      {issues.map((issue) => (
        <tr key={issue.id}>
          <td className="key">
            <TypeMark name={issue.fields.issuetype.name} />{' '}
            <Link href={`/browse/${issue.key}`}>{issue.key}</Link>
          </td>
          <td>
            {issue.fields.summary} <Labels labels={issue.fields.labels} />
          </td>
          <td className="parent">{issue.fields.parent?.fields?.summary ?? ''}</td>
          {fieldIds.app.map(({ id, name }) => (
            <td key={id} className="parent" title={name}>
              {valueText(issue.fields[id])}
            </td>
          ))}
          <td className="points">{pointsOf(issue, fieldIds.points)}</td>
          <td className="who">{issue.fields.assignee?.displayName ?? 'Unassigned'}</td>
          <td className="where">
            {onMoved ? (
              <StatusMenu issue={issue} onMoved={onMoved} />
            ) : (
              <StatusMark status={issue.fields.status} />
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Labels = ({ labels = [] }: { readonly labels?: readonly string[] | undefined }): ReactElement => (
  <>
    {labels.map((label) => (
      <span key={label} className="label">
        {label}
      </span>
    ))}
  </>
);

/** A value of a custom field in words; empty where there is none. */
export const valueText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
};

export const pointsOf = (issue: Issue, pointsField: string | null): string => {
  const points = pointsField === null ? null : issue.fields[pointsField];
  return typeof points === 'number' ? String(points) : '–';
};

/** A square whose colour tells the issue type apart; its name is there for who does not see it. */
export const TypeMark = ({ name }: { readonly name: string }): ReactElement => (
  <span className="type" data-type={name.toLowerCase()} title={name}>
    <span className="hidden">{name}</span>
  </span>
);
