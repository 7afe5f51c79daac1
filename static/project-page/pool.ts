import type { EffectiveTag } from '../../src/domain/tag';
import {
  countIssues,
  ISSUES_PER_PAGE,
  searchAllIssues,
  searchIssues,
  type IssueFields,
} from '../../src/jira/issues';
import type { JiraApi } from '../../src/jira/jira-api';
import type { TagSource } from '../../src/jira/tags';
import { countsOf, type Counts } from './figures';
import { onlyDone } from './pool-jql';
import { withTags, type TreeIssue } from './tree-issue';

/** A search for work that is loaded as one, and which of what it finds belongs to it. */
export type Pool = {
  readonly jql: string;
  readonly fields: IssueFields;
  readonly accepts: (tag: EffectiveTag | null) => boolean;
};

/** Everything, or the first page and how much there is by Jira's estimate. */
export type Sample =
  | { readonly complete: true; readonly issues: readonly TreeIssue[] }
  | {
      readonly complete: false;
      readonly issues: readonly TreeIssue[];
      /** How many issues the first page had, those included that do not belong here. */
      readonly sampled: Counts;
      readonly counts: Counts;
    };

/** Reads the first page, and counts the rest when that is not all. */
export const samplePool = async (
  jira: JiraApi,
  pool: Pool,
  known: Map<string, TagSource>,
): Promise<Sample> => {
  const { jql, fields } = pool;
  const page = await searchIssues(jira, { jql, fields, pageSize: ISSUES_PER_PAGE });
  const [issues, counts] = await Promise.all([
    withTags(jira, page.issues, known),
    page.nextPageToken === null ? null : countWork(jira, jql),
  ]);
  const accepted = issues.filter(({ tag }) => pool.accepts(tag));
  return counts === null
    ? { complete: true, issues: accepted }
    : { complete: false, issues: accepted, sampled: countsOf(issues), counts };
};

/** Reads all pages. `onProgress` hears how many issues have come, and may throw to leave. */
export const loadPool = async (
  jira: JiraApi,
  { jql, fields, accepts }: Pool,
  known: Map<string, TagSource>,
  onProgress: (loaded: number) => void,
): Promise<TreeIssue[]> => {
  const issues = await searchAllIssues(jira, { jql, fields }, onProgress);
  return (await withTags(jira, issues, known)).filter(({ tag }) => accepts(tag));
};

export const countWork = async (jira: JiraApi, jql: string): Promise<Counts> => {
  const [total, done] = await Promise.all([countIssues(jira, jql), countIssues(jira, onlyDone(jql))]);
  return { total, done };
};
