import * as v from 'valibot';
import { idOrKey, readBody } from './body';
import { badRequest } from './http-error';
import { changeIssue } from './issue-change';
import type { Issue, Sprint } from './model';
import { getIssueFor } from './permissions';
import { noContent, type Answer, type Call, type Route } from './route';
import { bringSubtasks, isSubtask, openSprint, sprintChange } from './sprint-membership';
import { getSprint } from './sprint-routes';

/** Planning: issues into a sprint that is not over, and back into the backlog. */
export const SPRINT_MOVE_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/rest/agile/1.0/sprint/{sprint}/issue',
    run: (call) => moveIssues(call, openSprint(getSprint(call))),
  },
  { method: 'POST', path: '/rest/agile/1.0/backlog/issue', run: (call) => moveIssues(call, null) },
];

const moveBody = v.strictObject({
  issues: v.pipe(
    v.array(idOrKey),
    v.minLength(1),
    v.maxLength(50, 'At most 50 issues can be moved at once.'),
  ),
});

/** All or none: every issue must be there and editable before the first one moves. */
const moveIssues = (call: Call, to: Sprint | null): Answer => {
  const { state } = call;
  const issues = readBody(call, moveBody).issues.map((each) => getIssueFor(call, each, 'EDIT_ISSUES'));
  const subtask = issues.find((issue) => isSubtask(state, issue));
  if (subtask) throw badRequest(`The sub-task ${subtask.key} goes where its parent goes.`);
  for (const issue of new Set(issues)) move(call, issue, to);
  return noContent();
};

const move = (call: Call, issue: Issue, to: Sprint | null): void => {
  const { patch, items } = sprintChange(call.state, issue, to);
  if (items.length === 0) return;
  changeIssue(call, issue, patch, items);
  bringSubtasks(call, issue);
};
