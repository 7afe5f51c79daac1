import { useEffect, useState, type FormEvent, type ReactElement } from 'react';
import { countIssues, loadFieldIds } from '../jira-data';
import { Show, useLoaded } from '../loading';
import { IssueList } from '../project/issue-list';
import { goTo } from '../routing';

/** A box for JQL and the issues that it finds; an error names what of the query is not understood. */
export const SearchPage = ({ jql }: { readonly jql: string }): ReactElement => {
  useEffect(() => {
    document.title = 'Search';
  }, []);
  return (
    <div className="page">
      <h1>Search</h1>
      <QueryForm key={jql} jql={jql} />
      {jql === '' ? (
        <p className="quiet">Write JQL here, or words into the box at the top.</p>
      ) : (
        <Found jql={jql} />
      )}
    </div>
  );
};

const QueryForm = ({ jql }: { readonly jql: string }): ReactElement => {
  const [typed, setTyped] = useState(jql);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    goTo(`/search?jql=${encodeURIComponent(typed.trim())}`);
  };
  return (
    <form className="query" role="search" aria-label="JQL" onSubmit={submit}>
      <textarea
        aria-label="JQL"
        rows={2}
        spellCheck={false}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey) submit(event);
        }}
      />
      <button type="submit" className="primary">
        Search
      </button>
    </form>
  );
};

const Found = ({ jql }: { readonly jql: string }): ReactElement => {
  const fieldIds = useLoaded('fields', loadFieldIds);
  const count = useLoaded(`count ${jql}`, () => countIssues(jql));
  return (
    <>
      {count.value !== undefined && <p className="quiet">≈ {count.value} issues</p>}
      <Show loaded={fieldIds}>
        {(known) => <IssueList label="Issues found" jql={jql} fieldIds={known} />}
      </Show>
    </>
  );
};
