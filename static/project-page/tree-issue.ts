import type { WorkItem } from '../../src/domain/delivery';
import { resolveTags, type TagSource } from '../../src/jira/tags';
import type { Issue } from '../../src/jira/issues';
import type { JiraApi } from '../../src/jira/jira-api';

/** An issue as the tree counts and lists it, with the tag that counts for it. */
export type TreeIssue = Issue & WorkItem;

/** Issues with their effective tags; ancestors that are needed and not in `known` are read, 100 a request. */
export const withTags = async (
  jira: JiraApi,
  issues: readonly Issue[],
  known: Map<string, TagSource>,
): Promise<TreeIssue[]> => {
  const tags = await resolveTags(jira, issues, known);
  return issues.map((issue) => ({
    ...issue,
    done: issue.status.category === 'done',
    tag: tags.get(issue.id) ?? null,
  }));
};
