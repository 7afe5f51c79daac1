import type { BulkKind } from './bulk-run';
import { readTask } from './bulk-task';
import type { JiraApi } from './jira-api';
import { fetchIssueValues, removeIssueValue, writeIssueValue } from './issue-properties';

/** Tags of many issues: one filtered write for all that hold the same, so that nobody's later change is lost. */
export const tagKind = (jira: JiraApi): BulkKind => ({
  isGuarded: true,
  read: async (issueIds) =>
    (await fetchIssueValues(jira, issueIds, ['tag'])).map(({ values, ...issue }) => ({
      ...issue,
      value: values.tag,
    })),
  write: async ({ before, after, items }, follow) => {
    const ids = items.map(({ issueId }) => issueId);
    const task =
      after === undefined
        ? await removeIssueValue(jira, 'tag', ids, before)
        : await writeIssueValue(jira, 'tag', ids, before, after);
    const [id, progress] = [task?.id ?? null, task?.progress ?? null];
    return { progress, rest: id === null ? null : () => follow(() => readTask(jira, id), progress) };
  },
});
