import * as v from 'valibot';
import { readBody } from './body';
import { jiraError } from './http-error';
import { changeIssue, historyItem, type HistoryItem } from './issue-change';
import { findBadLabel, labelsChange } from './labels';
import type { Issue } from './model';
import { findAccount, getIssueFor, holdsInProject, projectOf } from './permissions';
import { noContent, param, type Answer, type Call, type Route } from './route';

export const ISSUE_EDIT_ROUTES: readonly Route[] = [
  {
    method: 'PUT',
    path: '/rest/api/3/issue/{issue}',
    query: ['notifyUsers'],
    anonymous: true,
    run: (call) => editIssue(call),
  },
];

const editBody = v.strictObject({
  fields: v.strictObject({
    summary: v.optional(v.string()),
    assignee: v.optional(v.nullable(v.object({ accountId: v.nullable(v.string()) }))),
    labels: v.optional(v.array(v.string())),
  }),
});
type Edit = v.InferOutput<typeof editBody>['fields'];

type Change = { readonly patch: Partial<Issue>; readonly items: readonly HistoryItem[] };

const NOTHING: Change = { patch: {}, items: [] };

const editIssue = (call: Call): Answer => {
  const issue = getIssueFor(call, param(call, 'issue'), 'EDIT_ISSUES');
  const { fields } = readBody(call, editBody);
  const changes = [
    summaryChange(issue, fields),
    assigneeChange(call, issue, fields),
    labelsEdit(issue, fields),
  ];
  const items = changes.flatMap((change) => change.items);
  if (items.length > 0) {
    changeIssue(call, issue, Object.assign({}, ...changes.map(({ patch }) => patch)), items);
  }
  return noContent();
};

const summaryChange = (issue: Issue, { summary }: Edit): Change => {
  if (summary === undefined || summary === issue.summary) return NOTHING;
  if (summary.trim() === '')
    throw jiraError(400, '', { summary: 'You must specify a summary of the issue.' });
  if (summary.length > 255)
    throw jiraError(400, '', { summary: 'Summary must be less than 255 characters.' });
  if (/[\r\n]/.test(summary)) {
    throw jiraError(400, '', { summary: 'The summary is invalid because it contains newline characters.' });
  }
  return { patch: { summary }, items: [historyItem('summary', [null, issue.summary], [null, summary])] };
};

const assigneeChange = (call: Call, issue: Issue, { assignee }: Edit): Change => {
  if (assignee === undefined) return NOTHING;
  const accountId = assignee?.accountId ?? null;
  if (accountId === issue.assignee) return NOTHING;
  const { state } = call;
  getIssueFor(call, issue.id, 'ASSIGN_ISSUES');
  if (accountId !== null) {
    const project = projectOf(state, issue.projectId);
    if (!holdsInProject(state, { as: 'user', accountId }, 'ASSIGNABLE_USER', project)) {
      throw jiraError(400, '', { assignee: `User '${accountId}' cannot be assigned issues.` });
    }
  }
  const nameOf = (id: string | null): string | null =>
    id === null ? null : (findAccount(state, id)?.displayName ?? null);
  return {
    patch: { assignee: accountId },
    items: [
      historyItem('assignee', [issue.assignee, nameOf(issue.assignee)], [accountId, nameOf(accountId)]),
    ],
  };
};

const labelsEdit = (issue: Issue, { labels }: Edit): Change => {
  if (labels === undefined) return NOTHING;
  const bad = findBadLabel(labels);
  if (bad !== undefined)
    throw jiraError(400, '', { labels: `The label '${bad}' contains spaces or is too long.` });
  return labelsChange(issue, labels) ?? NOTHING;
};
