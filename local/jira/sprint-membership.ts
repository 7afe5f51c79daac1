import { badRequest, jiraError } from './http-error';
import { changeIssue, historyItem, NO_CHANGE, type FieldChange } from './issue-change';
import { entryOf } from './issue-index';
import type { Issue, Sprint } from './model';
import { byId } from './named-json';
import type { Call } from './route';
import { seesSprint } from './sprint-visibility';
import type { JiraState } from './state';

/** Puts an issue into a sprint, or with `null` into the backlog: sprints that are over stay, of others there is one. */
export const sprintChange = (state: JiraState, issue: Issue, to: Sprint | null): FieldChange => {
  const before = issue.sprintIds;
  const past = before.filter((id) => sprintOf(state, id)?.state === 'closed');
  const after = to ? [...past, to.id] : past;
  if (after.join() === before.join()) return NO_CHANGE;
  const field = state.site.customFields.find(({ type }) => type === 'sprint');
  if (!field) throw new Error('The site has no sprint field.');
  return {
    patch: { sprintIds: after },
    items: [historyItem(field.name, sideOf(state, before), sideOf(state, after), field.id)],
  };
};

/** Sub-tasks are where their parent is, which no history tells. */
export const bringSubtasks = (call: Call, { id, sprintIds }: Issue): void => {
  for (const child of [...call.state.issues.under(entryOf.parent(id))]) {
    if (isSubtask(call.state, child) && child.sprintIds.join() !== sprintIds.join()) {
      changeIssue(call, child, { sprintIds }, []);
    }
  }
};

/**
 * The sprint that an issue's field names by its id, `null` for none.
 * @throws 400 when there is none, the caller may not see it, or it is over.
 */
export const sprintForField = ({ state, caller }: Call, fieldId: string, value: unknown): Sprint | null => {
  if (value === null) return null;
  if (typeof value !== 'number') {
    throw jiraError(400, '', { [fieldId]: 'Number value expected as the Sprint id.' });
  }
  const sprint = sprintOf(state, value);
  if (!sprint || !seesSprint(state, caller, sprint)) {
    throw jiraError(400, '', { [fieldId]: `Sprint with id ${value} does not exist.` });
  }
  return openSprint(sprint);
};

/** @throws 400 for a sprint that is over. */
export const openSprint = (sprint: Sprint): Sprint => {
  if (sprint.state !== 'closed') return sprint;
  throw badRequest('Issues can only be moved to active or future sprints.');
};

export const isSubtask = ({ site }: JiraState, { typeId }: Issue): boolean =>
  byId(site.issueTypes, typeId, 'issue type').subtask;

/** A changelog lists every sprint of the issue, past ones included: `"38, 40"`. */
const sideOf = (state: JiraState, ids: readonly number[]): readonly [string, string] => [
  ids.join(', '),
  ids.map((id) => sprintOf(state, id)?.name ?? String(id)).join(', '),
];

const sprintOf = ({ site }: JiraState, sprintId: number): Sprint | undefined =>
  site.sprints.find(({ id }) => id === sprintId);
