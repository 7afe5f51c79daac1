import { Fragment, useEffect, useRef, type ReactElement } from 'react';
import { documentText } from '../document-text';
import { IssueTable, pointsOf, TypeMark, valueText } from '../issue-table';
import { loadFieldIds, loadIssue, openIssue, searchIssues, type FieldIds } from '../jira-data';
import type { Issue, Sprint } from '../jira-types';
import { Show, useLoaded } from '../loading';
import { Link } from '../routing';

export type IssueWithFields = { readonly issue: Issue; readonly fieldIds: FieldIds };

export const loadIssueWithFields = async (key: string): Promise<IssueWithFields> => {
  const fieldIds = await loadFieldIds();
  return { issue: await loadIssue(key, [fieldIds.points, fieldIds.sprint]), fieldIds };
};

/** An issue on its own: what the modal of another page shows of it. */
export const IssueFacts = ({ issueKey }: { readonly issueKey: string }): ReactElement => {
  const loaded = useLoaded(`issue ${issueKey}`, () => loadIssueWithFields(issueKey));
  return (
    <div className="modal-body">
      <Show loaded={loaded}>
        {(shown) => (
          <>
            <h2>{shown.issue.fields.summary}</h2>
            <IssueDetails {...shown} />
            <Description issue={shown.issue} />
            <Link href={`/browse/${issueKey}`}>Open {issueKey}</Link>
          </>
        )}
      </Show>
    </div>
  );
};

/** The facts in the details column. */
export const IssueDetails = ({ issue, fieldIds }: IssueWithFields): ReactElement => {
  const { fields } = issue;
  const sprints = (fieldIds.sprint === null ? null : (fields[fieldIds.sprint] as Sprint[] | null)) ?? [];
  return (
    <dl className="facts">
      <dt>Type</dt>
      <dd>
        <TypeMark name={fields.issuetype.name} /> <span aria-hidden="true">{fields.issuetype.name}</span>
      </dd>
      <dt>Assignee</dt>
      <dd>{fields.assignee?.displayName ?? 'Unassigned'}</dd>
      <dt>Reporter</dt>
      <dd>{fields.reporter?.displayName ?? 'Nobody'}</dd>
      <dt>Parent</dt>
      <dd>{fields.parent ? <ParentLink parent={fields.parent} /> : 'None'}</dd>
      <dt>Sprint</dt>
      <dd>{sprints.length > 0 ? sprints.map(({ name }) => name).join(', ') : 'None'}</dd>
      <dt>Story points</dt>
      <dd>{fieldIds.points === null ? 'Not estimated here' : pointsOf(issue, fieldIds.points)}</dd>
      <dt>Labels</dt>
      <dd>{fields.labels?.length ? fields.labels.join(', ') : 'None'}</dd>
      <AppFacts issue={issue} fieldIds={fieldIds} />
    </dl>
  );
};

/** The app's fields as they are kept, until they have been computed: a slow app keeps nobody waiting. */
const AppFacts = ({ issue, fieldIds }: IssueWithFields): ReactElement => {
  const ids = fieldIds.app.map(({ id }) => id);
  const { value: computed, reload } = useLoaded(`app fields of ${issue.key}`, async () => {
    if (ids.length === 0) return issue.fields;
    await openIssue(issue.key);
    return (await loadIssue(issue.key, ids)).fields;
  });
  const shown = useRef(issue);
  useEffect(() => {
    if (shown.current !== issue) reload();
    shown.current = issue;
  }, [issue, reload]);
  return (
    <>
      {fieldIds.app.map(({ id, name }) => (
        <Fragment key={id}>
          <dt>{name}</dt>
          <dd>{valueText((computed ?? issue.fields)[id]) || 'None'}</dd>
        </Fragment>
      ))}
    </>
  );
};

const ParentLink = ({
  parent,
}: {
  readonly parent: NonNullable<Issue['fields']['parent']>;
}): ReactElement => (
  <Link href={`/browse/${parent.key}`}>
    {parent.key} {parent.fields?.summary}
  </Link>
);

export const Description = ({ issue }: { readonly issue: Issue }): ReactElement => {
  const paragraphs = documentText(issue.fields.description);
  return (
    <section>
      <h2>Description</h2>
      {paragraphs.length === 0 && <p className="quiet">No description.</p>}
      {paragraphs.map((text, at) => (
        <p key={at}>{text}</p>
      ))}
    </section>
  );
};

/** What lies below an issue: an epic's issues, a story's sub-tasks. */
export const Children = ({ issue, fieldIds }: IssueWithFields): ReactElement | null => {
  const loaded = useLoaded(`children of ${issue.key}`, () =>
    searchIssues(`parent = ${issue.key}`, {
      size: 100,
      fields: [fieldIds.points, ...fieldIds.app.map(({ id }) => id)],
    }),
  );
  if (loaded.value?.issues.length === 0) return null;
  return (
    <section>
      <h2>Child issues</h2>
      <Show loaded={loaded}>
        {({ issues }) => (
          <IssueTable
            label={`Child issues of ${issue.key}`}
            issues={issues}
            fieldIds={fieldIds}
            onMoved={loaded.reload}
          />
        )}
      </Show>
    </section>
  );
};
