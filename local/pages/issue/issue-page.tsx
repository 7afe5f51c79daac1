import { useEffect, type ReactElement } from 'react';
import { emit } from '../frame/app-events';
import { Show, useLoaded } from '../loading';
import { Link } from '../routing';
import { StatusMenu } from '../status';
import { AppsButton, ContextModules, PanelModules } from './issue-apps';
import {
  Children,
  Description,
  IssueDetails,
  loadIssueWithFields,
  type IssueWithFields,
} from './issue-facts';

/** The issue view, with the app's modules where Jira has them. */
export const IssuePage = ({ issueKey }: { readonly issueKey: string }): ReactElement => {
  const loaded = useLoaded(`issue ${issueKey}`, () => loadIssueWithFields(issueKey));
  return (
    <div className="page">
      <Show loaded={loaded}>{(shown) => <IssueView {...shown} reload={loaded.reload} />}</Show>
    </div>
  );
};

const IssueView = (shown: IssueWithFields & { readonly reload: () => void }): ReactElement => {
  const { issue, reload } = shown;
  const { project, parent, summary } = issue.fields;
  useEffect(() => {
    document.title = `${issue.key} ${summary}`;
  }, [issue.key, summary]);
  const refreshed = () => {
    reload();
    emit('JIRA_ISSUE_CHANGED', { issueId: issue.id, projectId: project.id, changes: [] });
  };
  return (
    <>
      <nav className="crumbs" aria-label="Where this issue is">
        <Link href={`/projects/${project.key}/backlog`}>{project.name}</Link>
        {parent && <Link href={`/browse/${parent.key}`}>{parent.key}</Link>}
        <span aria-current="page">{issue.key}</span>
      </nav>
      <div className="issue">
        <div className="issue-main">
          <h1>{summary}</h1>
          <AppsButton issue={issue} />
          <Description issue={issue} />
          <Children {...shown} />
          <PanelModules issue={issue} refreshIssue={refreshed} />
        </div>
        <aside className="issue-side" aria-label="Details">
          <StatusMenu issue={issue} onMoved={reload} />
          <details open>
            <summary>Details</summary>
            <IssueDetails {...shown} />
          </details>
          <ContextModules issue={issue} refreshIssue={refreshed} />
        </aside>
      </div>
    </>
  );
};
