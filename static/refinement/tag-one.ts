import { fail } from '../../src/contract/outcome';
import { sameTag, type Tag } from '../../src/domain/tag';
import { fetchIssues, NO_CUSTOM_FIELDS } from '../../src/jira/issues';
import type { JiraApi } from '../../src/jira/jira-api';
import { writeTag } from '../../src/jira/tags';

/**
 * Gives one issue a tag, or takes it away, where the issue still says what the person saw. Jira has no conditional write
 * for one issue: what somebody writes in that moment is the one thing it can go over.
 *
 * @throws `conflict` when somebody has decided about it meanwhile.
 */
export const tagOne = async (
  jira: JiraApi,
  issueId: string,
  { tag, seen }: { readonly tag: Tag | null; readonly seen: Tag | null },
): Promise<void> => {
  const [now] = await fetchIssues(jira, [issueId], NO_CUSTOM_FIELDS);
  const there = now?.ownTag ?? null;
  if (!sameTag(there, seen) && !sameTag(there, tag)) return fail(DECIDED_MEANWHILE);
  await writeTag(jira, issueId, tag);
};

const DECIDED_MEANWHILE = {
  code: 'conflict',
  message: 'Somebody has decided about this issue meanwhile. Nothing was changed. Refresh the list to see.',
} as const;
