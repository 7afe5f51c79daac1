import * as v from 'valibot';
import { idOrKey, readBody } from './body';
import { bulkProblem, requireBulkChange } from './bulk-error';
import { jiraError } from './http-error';
import { changeIssue } from './issue-change';
import { findBadLabel, labelsChange } from './labels';
import type { Issue } from './model';
import { browsing, holding } from './permissions';
import { ok, param, type Answer, type Call, type Route } from './route';
import type { Task } from './tasks';
import { APP_ACCOUNT } from './user-json';

/** Edits of many issues at once, of which this Jira serves those of labels, and how far they have come. */
export const BULK_EDIT_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/rest/api/3/bulk/issues/fields',
    problem: bulkProblem,
    run: (call) => editMany(call),
  },
  {
    method: 'GET',
    path: '/rest/api/3/bulk/queue/{task}',
    problem: bulkProblem,
    run: (call) => readProgress(call),
  },
];

const MOST_ISSUES = 1000;
const MOST_AT_ONCE = 5;

const labelsField = v.strictObject({
  fieldId: v.literal('labels', 'The labels field of this local Jira is labels.'),
  bulkEditMultiSelectFieldOption: v.picklist(['ADD', 'REMOVE', 'REPLACE', 'REMOVE_ALL']),
  labels: v.array(v.strictObject({ name: v.string() })),
});

const editBody = v.strictObject({
  selectedIssueIdsOrKeys: v.pipe(
    v.array(idOrKey),
    v.minLength(1, 'No issue is selected.'),
    v.maxLength(MOST_ISSUES, `At most ${MOST_ISSUES} issues can be edited at once.`),
  ),
  selectedActions: v.array(v.literal('labels', 'This local Jira edits labels in bulk, and no other field.')),
  editedFieldsInput: v.strictObject({ labelsFields: v.pipe(v.array(labelsField), v.length(1)) }),
  sendBulkNotification: v.optional(v.nullable(v.boolean())),
});
type LabelsEdit = v.InferOutput<typeof labelsField>;

const editMany = (call: Call): Answer => {
  const { state, caller } = call;
  requireBulkChange(call);
  const { selectedIssueIdsOrKeys, selectedActions, editedFieldsInput } = readBody(call, editBody);
  const [edit] = editedFieldsInput.labelsFields;
  if (selectedActions.length === 0 || edit === undefined) {
    throw jiraError(400, 'The following editedFieldInput values are not listed as selectedActions : labels');
  }
  const bad = findBadLabel(edit.labels.map(({ name }) => name));
  if (bad !== undefined) throw jiraError(400, `The label '${bad}' contains spaces or is too long.`);
  if (state.tasks.unfinished('edit') >= MOST_AT_ONCE) {
    throw jiraError(429, `At most ${MOST_AT_ONCE} bulk operations run at once.`);
  }
  const results = begun(call, new Set(selectedIssueIdsOrKeys));
  const advance = (share: number): void => {
    const due = Math.floor(share * results.issues.length);
    while (results.done < due) editOne(call, results, edit);
  };
  const task = state.tasks.begin({ kind: 'edit', description: 'Edit labels', advance }, caller);
  RESULTS.set(task, results);
  return { status: 201, body: { taskId: task.id } };
};

/** What has become of an edit's issues. */
type Results = {
  readonly selected: number;
  /** Those that its author can see, in the order in which they are edited. */
  readonly issues: readonly Issue[];
  readonly failed: Map<Issue, string>;
  done: number;
};

const RESULTS = new WeakMap<Task, Results>();

const begun = ({ state, caller }: Call, named: ReadonlySet<string>): Results => {
  const found = new Set([...named].flatMap((each) => state.issues.find(each) ?? []));
  const unknown = [...named].filter((each) => state.issues.find(each) === undefined).length;
  return {
    selected: found.size + unknown,
    issues: [...found].filter(browsing(state, caller)),
    failed: new Map(),
    done: 0,
  };
};

const editOne = (call: Call, results: Results, edit: LabelsEdit): void => {
  const issue = results.issues[results.done];
  results.done += 1;
  if (issue === undefined) return;
  if (call.state.issues.find(issue.id) === undefined) {
    results.failed.set(issue, 'This issue does not exist any more.');
    return;
  }
  if (!holding(call.state, call.caller, 'EDIT_ISSUES')(issue)) {
    results.failed.set(issue, 'You do not have permission to edit this issue.');
    return;
  }
  const change = labelsChange(issue, labelsAfter(issue, edit));
  if (change !== null) changeIssue(call, issue, change.patch, change.items);
};

const labelsAfter = (
  { labels: before }: Issue,
  { bulkEditMultiSelectFieldOption: option, labels }: LabelsEdit,
): readonly string[] => {
  const named = labels.map(({ name }) => name);
  switch (option) {
    case 'ADD':
      return [...before, ...named];
    case 'REMOVE':
      return before.filter((label) => !named.includes(label));
    case 'REPLACE':
      return named;
    case 'REMOVE_ALL':
      return [];
  }
};

const readProgress = (call: Call): Answer => {
  const { state } = call;
  requireBulkChange(call);
  const id = param(call, 'task');
  const task = state.tasks.find(id);
  const results = task && RESULTS.get(task);
  if (!task || !results) {
    throw jiraError(400, 'The task associated with this taskId is not a bulk operation task');
  }
  const { by, submitted, takesMs } = task;
  const share = state.tasks.shareDone(task);
  return ok({
    taskId: id,
    status: share === 1 ? 'COMPLETE' : 'RUNNING',
    progressPercent: Math.floor(share * 100),
    submittedBy: { accountId: by.as === 'user' ? by.accountId : APP_ACCOUNT },
    created: submitted,
    started: submitted,
    updated: submitted + Math.round(takesMs * share),
    ...(share === 1 ? resultsJson(call, results) : {}),
  });
};

/** Whoever looks is told of the issues that they may see, and of the others how many they are. */
const resultsJson = ({ state, caller }: Call, { issues, failed, selected }: Results) => {
  const seen = issues.filter(browsing(state, caller));
  return {
    processedAccessibleIssues: seen.filter((issue) => !failed.has(issue)).map(({ id }) => Number(id)),
    failedAccessibleIssues: Object.fromEntries(
      seen.flatMap((issue) => (failed.has(issue) ? [[issue.id, [failed.get(issue)]]] : [])),
    ),
    invalidOrInaccessibleIssueCount: selected - seen.length,
    totalIssueCount: selected,
  };
};
