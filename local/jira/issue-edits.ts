import * as v from 'valibot';
import { idOrKey } from './body';
import { PARENT_CHANGE } from './history-json';
import { jiraError } from './http-error';
import { historyItem, NO_CHANGE, type FieldChange } from './issue-change';
import { isEditable } from './issue-json';
import { findBadLabel, labelsChange } from './labels';
import type { CustomField, Issue } from './model';
import { byId } from './named-json';
import { browsing, findAccount, holdsInProject, holdsOnIssue, projectOf } from './permissions';
import type { Call } from './route';
import { isSubtask, sprintChange, sprintForField } from './sprint-membership';

/** The fields that can be set of an issue; those of the site are beside them by their ids. */
export const editableFields = {
  summary: v.optional(v.string()),
  assignee: v.optional(v.nullable(v.object({ accountId: v.nullable(v.string()) }))),
  labels: v.optional(v.array(v.string())),
  parent: v.optional(v.union([v.strictObject({ id: idOrKey }), v.strictObject({ key: idOrKey })])),
};
export const editSchema = v.objectWithRest(editableFields, v.unknown());
export type Edit = v.InferOutput<typeof editSchema>;

/**
 * What fields of a request do to an issue, and the one entry of its history for it.
 * @throws 400 that names the field, 403 for an assignee whom the caller may not choose.
 */
export const editsOf = (call: Call, issue: Issue, fields: Edit): FieldChange => {
  const changes = [
    summaryChange(issue, fields),
    assigneeChange(call, issue, fields),
    labelsEdit(issue, fields),
    parentChange(call, issue, fields),
    ...customChanges(call, issue, fields),
  ];
  const values = Object.assign({}, issue.fields, ...changes.map(({ patch }) => patch.fields)) as object;
  return {
    patch: { ...(Object.assign({}, ...changes.map(({ patch }) => patch)) as object), fields: { ...values } },
    items: changes.flatMap(({ items }) => items),
  };
};

const summaryChange = (issue: Issue, { summary }: Edit): FieldChange => {
  if (summary === undefined || summary === issue.summary) return NO_CHANGE;
  if (summary.trim() === '')
    throw jiraError(400, '', { summary: 'You must specify a summary of the issue.' });
  if (summary.length > 255)
    throw jiraError(400, '', { summary: 'Summary must be less than 255 characters.' });
  if (/[\r\n]/.test(summary)) {
    throw jiraError(400, '', { summary: 'The summary is invalid because it contains newline characters.' });
  }
  return { patch: { summary }, items: [historyItem('summary', [null, issue.summary], [null, summary])] };
};

const assigneeChange = (call: Call, issue: Issue, { assignee }: Edit): FieldChange => {
  if (assignee === undefined) return NO_CHANGE;
  const accountId = assignee?.accountId ?? null;
  if (accountId === issue.assignee) return NO_CHANGE;
  const { state, caller } = call;
  if (!holdsOnIssue(state, caller, 'ASSIGN_ISSUES', issue)) {
    throw jiraError(403, 'You do not have the permission ASSIGN_ISSUES for this issue.');
  }
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

const labelsEdit = (issue: Issue, { labels }: Edit): FieldChange => {
  if (labels === undefined) return NO_CHANGE;
  const bad = findBadLabel(labels);
  if (bad !== undefined)
    throw jiraError(400, '', { labels: `The label '${bad}' contains spaces or is too long.` });
  return labelsChange(issue, labels) ?? NO_CHANGE;
};

const parentChange = (call: Call, issue: Issue, { parent: named }: Edit): FieldChange => {
  if (named === undefined) return NO_CHANGE;
  const { state, caller } = call;
  const parent = state.issues.find('id' in named ? named.id : named.key);
  if (!parent || !browsing(state, caller)(parent) || !isAbove(call, parent, issue)) {
    throw jiraError(400, '', { parent: 'Given parent issue does not belong to appropriate hierarchy.' });
  }
  if (parent.id === issue.parentId) return NO_CHANGE;
  const before = issue.parentId === null ? undefined : state.issues.find(issue.parentId);
  return {
    patch: { parentId: parent.id },
    items: [historyItem(PARENT_CHANGE, [before?.id ?? null, before?.key ?? null], [parent.id, parent.key])],
  };
};

/** A sub-task is below a story of its project, everything else one level below its parent. */
const isAbove = ({ state }: Call, parent: Issue, issue: Issue): boolean => {
  const levelOf = ({ typeId }: Issue): number =>
    byId(state.site.issueTypes, typeId, 'issue type').hierarchyLevel;
  const isNear = !isSubtask(state, issue) || parent.projectId === issue.projectId;
  return levelOf(parent) === levelOf(issue) + 1 && isNear;
};

const customChanges = (call: Call, issue: Issue, fields: Edit): FieldChange[] =>
  Object.entries(fields)
    .filter(([fieldId]) => !Object.hasOwn(editableFields, fieldId))
    .map(([fieldId, value]) => {
      const { site } = call.state;
      const field = site.customFields.find(({ id }) => id === fieldId);
      if (!field || !isEditable(site, fieldId)) {
        const message = `Field '${fieldId}' cannot be set. It is not on the appropriate screen, or unknown.`;
        throw jiraError(400, '', { [fieldId]: message });
      }
      return field.type === 'sprint'
        ? sprintEdit(call, issue, field, value)
        : numberChange(issue, field, value);
    });

const sprintEdit = (call: Call, issue: Issue, { id }: CustomField, value: unknown): FieldChange => {
  if (isSubtask(call.state, issue)) {
    throw jiraError(400, '', { [id]: 'A sub-task is in the sprint of its parent.' });
  }
  return sprintChange(call.state, issue, sprintForField(call, id, value));
};

/** Jira's histories have the texts of numbers and no values; what was cleared becomes an empty text. */
const numberChange = (issue: Issue, { id, name }: CustomField, value: unknown): FieldChange => {
  if (value !== null && (typeof value !== 'number' || !Number.isFinite(value))) {
    throw jiraError(400, '', { [id]: 'Operation value must be a number' });
  }
  const before = issue.fields[id] ?? null;
  if (before === value) return NO_CHANGE;
  const text = before === null ? null : String(before as number);
  return {
    patch: { fields: { [id]: value } },
    items: [historyItem(name, [null, text], [null, value === null ? '' : String(value)], id)],
  };
};
