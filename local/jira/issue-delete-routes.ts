import { badRequest } from './http-error';
import { changeIssue } from './issue-change';
import { entryOf } from './issue-index';
import type { Issue } from './model';
import { getIssueFor } from './permissions';
import { tellOfDeletedIssue } from './product-events';
import { noContent, param, type Answer, type Call, type Route } from './route';
import { isSubtask } from './sprint-membership';

export const ISSUE_DELETE_ROUTES: readonly Route[] = [
  {
    method: 'DELETE',
    path: '/rest/api/3/issue/{issue}',
    query: ['deleteSubtasks'],
    anonymous: true,
    run: (call) => deleteIssue(call),
  },
];

const deleteIssue = (call: Call): Answer => {
  const { state } = call;
  const issue = getIssueFor(call, param(call, 'issue'), 'DELETE_ISSUES');
  const children = [...state.issues.under(entryOf.parent(issue.id))];
  const subtasks = children.filter((child) => isSubtask(state, child));
  if (subtasks.length > 0 && call.query.get('deleteSubtasks') !== 'true') {
    throw badRequest(
      `The issue '${issue.key}' has subtasks. You must specify the 'deleteSubtasks' parameter.`,
    );
  }
  for (const child of children) {
    if (subtasks.includes(child)) remove(call, child);
    else changeIssue(call, child, { parentId: null }, []);
  }
  remove(call, issue);
  return noContent();
};

/** Search, which trails what is written, does not find what is gone. */
const remove = ({ state, caller }: Call, issue: Issue): void => {
  state.numbers.keep(issue);
  state.lag.forget(issue);
  state.issues.remove(issue);
  state.changed('issue', issue.id, tellOfDeletedIssue(state, caller, issue));
};
