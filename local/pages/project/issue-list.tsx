import { useEffect, useState, type ReactElement } from 'react';
import { IssueTable } from '../issue-table';
import { searchIssues, type IssuePage } from '../jira-data';
import { Show, useLoaded } from '../loading';

type IssueListProps = { readonly label: string; readonly jql: string; readonly pointsField: string | null };

/** The issues of a search, page by page. */
export const IssueList = ({ label, jql, pointsField }: IssueListProps): ReactElement => {
  const [more, setMore] = useState<readonly IssuePage[]>([]);
  const first = useLoaded(`issues ${jql}`, () => searchIssues(jql, { fields: [pointsField] }));
  useEffect(() => setMore([]), [first.value]);
  const next = (more.at(-1) ?? first.value)?.next ?? null;
  const loadMore = async () => setMore([...more, await searchIssues(jql, { next, fields: [pointsField] })]);
  return (
    <Show loaded={first}>
      {({ issues }) =>
        issues.length === 0 ? (
          <p className="quiet">No issues.</p>
        ) : (
          <>
            <IssueTable
              label={label}
              issues={[...issues, ...more.flatMap((page) => page.issues)]}
              pointsField={pointsField}
              onMoved={first.reload}
            />
            {next !== null && (
              <button type="button" onClick={() => void loadMore()}>
                Show more
              </button>
            )}
          </>
        )
      }
    </Show>
  );
};
