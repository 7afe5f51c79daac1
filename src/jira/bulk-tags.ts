import type { BulkKind } from './bulk-run';
import { readTask } from './bulk-task';
import type { JiraApi } from './jira-api';
import { fetchTagValues, removeTagValue, writeTagValue } from './tag-values';

/** Tags of many issues: one filtered write for all that hold the same, so that nobody's later change is lost. */
export const tagKind = (jira: JiraApi): BulkKind => ({
  isGuarded: true,
  read: (issueIds) => fetchTagValues(jira, issueIds),
  write: async ({ before, after, items }, follow) => {
    const ids = items.map(({ issueId }) => issueId);
    const task =
      after === undefined
        ? await removeTagValue(jira, ids, before)
        : await writeTagValue(jira, ids, before, after);
    const id = task?.id ?? null;
    return id === null ? null : follow(() => readTask(jira, id), task?.progress);
  },
});
