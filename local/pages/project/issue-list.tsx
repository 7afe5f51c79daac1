import { useEffect, useState, type ReactElement } from 'react';
import { IssueTable } from '../issue-table';
import { searchIssues, type FieldIds, type IssuePage } from '../jira-data';
import { Show, useLoaded } from '../loading';

type IssueListProps = { readonly label: string; readonly jql: string; readonly fieldIds: FieldIds };

/** The issues of a search, page by page. */
export const IssueList = ({ label, jql, fieldIds }: IssueListProps): ReactElement => {
  const fields = [fieldIds.points, ...fieldIds.app.map(({ id }) => id)];
  const [more, setMore] = useState<readonly IssuePage[]>([]);
  const first = useLoaded(`issues ${jql}`, () => searchIssues(jql, { fields }));
  useEffect(() => setMore([]), [first.value]);
  const next = (more.at(-1) ?? first.value)?.next ?? null;
  const loadMore = async () => setMore([...more, await searchIssues(jql, { next, fields })]);
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
              fieldIds={fieldIds}
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
