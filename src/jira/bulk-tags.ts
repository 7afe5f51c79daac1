import type { BulkKind } from './bulk-run';
import { readTask } from './bulk-task';
import type { JiraApi } from './jira-api';
import { fetchTagValues, ISSUES_PER_REQUEST, removeTagValue, writeTagValue } from './tag-values';

/** Tags of many issues: one filtered write for all that hold the same, so that nobody's later change is lost. */
export const tagKind = (jira: JiraApi): BulkKind => ({
  isGuarded: true,
  read: async (issueIds) =>
    new Map((await fetchTagValues(jira, issueIds)).map(({ issueId, value }) => [issueId, value])),
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

/** What each of any number of issues holds now, 100 a request. */
export const readInPages = async (
  { read }: Pick<BulkKind, 'read'>,
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, unknown>> => {
  const pages = Array.from({ length: Math.ceil(issueIds.length / ISSUES_PER_REQUEST) }, (_, index) =>
    issueIds.slice(index * ISSUES_PER_REQUEST, (index + 1) * ISSUES_PER_REQUEST),
  );
  return new Map((await Promise.all(pages.map((ids) => read(ids)))).flatMap((page) => [...page]));
};
