import * as v from 'valibot';
import { readBody } from './body';
import { changeIssue } from './issue-change';
import { editSchema, editsOf } from './issue-edits';
import { getIssueFor } from './permissions';
import { noContent, param, type Answer, type Call, type Route } from './route';
import { bringSubtasks } from './sprint-membership';

export const ISSUE_EDIT_ROUTES: readonly Route[] = [
  {
    method: 'PUT',
    path: '/rest/api/3/issue/{issue}',
    query: ['notifyUsers'],
    anonymous: true,
    run: (call) => editIssue(call),
  },
];

const editBody = v.strictObject({ fields: editSchema });

const editIssue = (call: Call): Answer => {
  const issue = getIssueFor(call, param(call, 'issue'), 'EDIT_ISSUES');
  const { patch, items } = editsOf(call, issue, readBody(call, editBody).fields);
  if (items.length > 0) {
    changeIssue(call, issue, patch, items);
    bringSubtasks(call, issue);
  }
  return noContent();
};
