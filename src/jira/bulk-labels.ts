import * as v from 'valibot';
import { fail } from '../contract/outcome';
import { decisionLabels } from '../domain/bulk-labels';
import type { Held } from '../domain/bulk-plan';
import type { BulkKind } from './bulk-run';
import type { Follow } from './bulk-follow';
import { readQueuedEdit, type TaskProgress } from './bulk-task';
import { expectDone, JSON_HEADERS, readReply, type JiraApi, type JiraResponse } from './jira-api';
import { readBulkRights } from './permissions';

/**
 * The labels that say whether issues are cut or deferred, by Jira's own bulk edit. It leaves all other labels alone.
 * What an issue holds is the list of those labels.
 */
export const labelKind = (jira: JiraApi): BulkKind => ({
  isGuarded: false,
  read: (issueIds) => readDecisionLabels(jira, issueIds),
  write: async ({ before, after, items }, follow) => {
    const ids = items.map(({ issueId }) => issueId);
    const [had, shall] = [labelsOf(before), labelsOf(after)];
    const removed = had.filter((label) => !shall.includes(label));
    const added = shall.filter((label) => !had.includes(label));
    const first = removed.length === 0 ? null : await edit(jira, ids, 'REMOVE', removed, follow);
    // A part that Jira is not through with is not overtaken: the issues are asked in the end.
    if (added.length === 0 || first?.isOver === false) return { progress: first, rest: null };
    const last = await edit(jira, ids, 'ADD', added, follow);
    return { progress: together(first, last), rest: null };
  },
});

const edit = async (
  { requestJira, route }: JiraApi,
  issueIds: readonly string[],
  option: 'ADD' | 'REMOVE',
  labels: readonly string[],
  follow: Follow,
): Promise<TaskProgress> => {
  const response = await requestJira(route`/rest/api/3/bulk/issues/fields`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({
      selectedIssueIdsOrKeys: issueIds,
      selectedActions: ['labels'],
      editedFieldsInput: {
        labelsFields: [
          {
            fieldId: 'labels',
            bulkEditMultiSelectFieldOption: option,
            labels: labels.map((name) => ({ name })),
          },
        ],
      },
      // Refinement goes through dozens of issues; whoever watches them gets no mail for each.
      sendBulkNotification: false,
    }),
  });
  if (REFUSALS.includes(response.status)) return refused({ requestJira, route }, response, issueIds);
  await expectDone(response, 'the labels');
  const { taskId } = await readReply(response, v.object({ taskId: v.string() }), 'the labels');
  return follow(() => readQueuedEdit({ requestJira, route }, taskId));
};

/** Jira may say 400 to who lacks the permission to change in bulk, and says 400 for much else. */
const REFUSALS: readonly number[] = [400, 403];

const refused = async (
  jira: JiraApi,
  response: JiraResponse,
  issueIds: readonly string[],
): Promise<never> => {
  const { mayChangeInBulk } = await readBulkRights(jira, issueIds.slice(0, 1));
  if (!mayChangeInBulk) return fail(MAY_NOT_CHANGE_IN_BULK);
  const parsed = v.safeParse(refusalReply, await response.json().catch(() => null));
  const words = parsed.success ? parsed.output.errors.map(({ message }) => message).join(' ') : '';
  return fail({ code: 'invalid', message: `Jira refused the labels: ${words || 'it gave no reason.'}` });
};

const refusalReply = v.object({ errors: v.array(v.object({ message: v.string() })) });

/** Why labels cannot be changed here, and what can be done about it. */
export const MAY_NOT_CHANGE_IN_BULK = {
  code: 'forbidden',
  message:
    'Jira does not let you change many issues at once, so no label was changed. Ask a Jira administrator for the global permission “Make bulk changes”, or add the label on each issue.',
} as const;

const readDecisionLabels = async (
  { requestJira, route }: JiraApi,
  issueIds: readonly string[],
): Promise<Held[]> => {
  const response = await requestJira(route`/rest/api/3/issue/bulkfetch`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({ issueIdsOrKeys: issueIds, fields: ['labels'] }),
  });
  const { issues } = await readReply(response, labelsReply, 'the labels');
  return issues.map(({ id, key, fields }) => ({
    issueId: id,
    issueKey: key,
    value: decisionLabels(fields.labels),
  }));
};

const labelsReply = v.object({
  issues: v.array(
    v.object({
      id: v.string(),
      key: v.string(),
      fields: v.object({ labels: v.optional(v.array(v.string()), []) }),
    }),
  ),
});

const labelsOf = (value: unknown): readonly string[] => v.parse(v.fallback(v.array(v.string()), []), value);

const together = (first: TaskProgress | null, second: TaskProgress): TaskProgress => ({
  ...second,
  trouble: first?.trouble ?? second.trouble,
  failures: new Map([...(first?.failures ?? []), ...second.failures]),
});
