import { useState, type ReactElement } from 'react';
import { emit } from './frame/app-events';
import { showFlag } from './frame/flags';
import { loadTransitions, transitionIssue } from './jira-data';
import type { Issue, Status, Transition } from './jira-types';
import { Menu } from './menu';

export const StatusMark = ({ status }: { readonly status: Status }): ReactElement => (
  <span className="status" data-category={status.statusCategory.key}>
    {status.name}
  </span>
);

/** The status, and where the issue may go from it. */
export const StatusMenu = ({
  issue,
  onMoved,
}: {
  readonly issue: Issue;
  readonly onMoved: () => void;
}): ReactElement => {
  const [transitions, setTransitions] = useState<readonly Transition[]>();
  const { status } = issue.fields;
  const load = () => loadTransitions(issue.key).then(setTransitions, failed(`${issue.key} cannot be moved`));
  const move = ({ id }: Transition) =>
    transitionIssue(issue.id, id).then(
      () => {
        emit('JIRA_ISSUE_CHANGED', { issueId: issue.id, projectId: issue.fields.project.id, changes: [] });
        onMoved();
      },
      failed(`${issue.key} was not moved`),
    );
  return (
    <Menu
      label={`Status of ${issue.key}: ${status.name}`}
      button={
        <>
          {status.name} <span aria-hidden="true">▾</span>
        </>
      }
      className={`status ${status.statusCategory.key}`}
      onOpen={() => void load()}
    >
      {transitions === undefined && <span className="quiet">Loading…</span>}
      {transitions?.length === 0 && <span className="quiet">You may not move this issue.</span>}
      {transitions?.map((transition) => (
        <button key={transition.id} type="button" onClick={() => void move(transition)}>
          <StatusMark status={transition.to} />
        </button>
      ))}
    </Menu>
  );
};

const failed =
  (title: string) =>
  (error: Error): void =>
    showFlag({ id: title, title, description: error.message, type: 'error' });
