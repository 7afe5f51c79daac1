import * as v from 'valibot';
import { idOrKey, readBody } from './body';
import { badRequest } from './http-error';
import { changeIssue, historyItem } from './issue-change';
import { entryOf } from './issue-index';
import type { Issue, Sprint } from './model';
import { byId } from './named-json';
import { getIssueFor } from './permissions';
import { noContent, type Answer, type Call, type Route } from './route';
import { getSprint } from './sprint-routes';
import type { JiraState } from './state';

/** Planning: issues into a sprint that is not over, and back into the backlog. */
export const SPRINT_MOVE_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/rest/agile/1.0/sprint/{sprint}/issue',
    run: (call) => {
      const sprint = getSprint(call);
      if (sprint.state === 'closed')
        throw badRequest('Issues can only be moved to active or future sprints.');
      return moveIssues(call, sprint);
    },
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
  const { state } = call;
  const before = issue.sprintIds;
  const past = before.filter((id) => sprintOf(state, id)?.state === 'closed');
  const after = to ? [...past, to.id] : past;
  if (after.join() === before.join()) return;
  const field = state.site.customFields.find(({ type }) => type === 'sprint');
  if (!field) throw new Error('The site has no sprint field.');
  const items = [historyItem(field.name, sideOf(state, before), sideOf(state, after), field.id)];
  changeIssue(call, issue, { sprintIds: after }, items);
  for (const child of [...state.issues.under(entryOf.parent(issue.id))]) {
    if (isSubtask(state, child)) changeIssue(call, child, { sprintIds: after }, []);
  }
};

/** A changelog lists every sprint of the issue, past ones included: `"38, 40"`. */
const sideOf = (state: JiraState, ids: readonly number[]): readonly [string, string] => [
  ids.join(', '),
  ids.map((id) => sprintOf(state, id)?.name ?? String(id)).join(', '),
];

const sprintOf = ({ site }: JiraState, sprintId: number): Sprint | undefined =>
  site.sprints.find(({ id }) => id === sprintId);

const isSubtask = ({ site }: JiraState, { typeId }: Issue): boolean =>
  byId(site.issueTypes, typeId, 'issue type').subtask;
