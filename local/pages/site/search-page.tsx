import { useEffect, type ReactElement } from 'react';
import { IssueList } from '../project/issue-list';

/** The issues that a search finds; an error names what of the query is not understood. */
export const SearchPage = ({ jql }: { readonly jql: string }): ReactElement => {
  useEffect(() => {
    document.title = 'Search';
  }, []);
  return (
    <div className="page">
      <h1>Search</h1>
      {jql === '' ? (
        <p className="quiet">Write JQL or words into the box at the top.</p>
      ) : (
        <>
          <p>
            <code>{jql}</code>
          </p>
          <IssueList label="Issues found" jql={jql} pointsField={null} />
        </>
      )}
    </div>
  );
};
