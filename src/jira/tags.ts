import { effectiveTag, storedTag, TAG_PROPERTY, type EffectiveTag, type Tag } from '../domain/tag';
import { fetchAllIssues, getIssue, NO_CUSTOM_FIELDS, type Issue } from './issues';
import { expectDone, JSON_HEADERS, type JiraApi } from './jira-api';

/** What must be known of an issue to tell its tag. */
export type TagSource = Pick<Issue, 'id' | 'key' | 'parent' | 'ownTag'>;

/** How many levels above an issue are looked at: sub-task → story → epic → initiative, and one to spare. */
const MOST_LEVELS = 4;

/**
 * The tag that counts for each issue: its own, else its nearest tagged ancestor's. Reads only the ancestors that are
 * needed, level by level, 100 a request: no request at all when every issue has its own tag or no parent. An ancestor
 * that the caller may not see counts as untagged.
 */
export const resolveTags = async (
  jira: JiraApi,
  issues: readonly TagSource[],
  known: Map<string, TagSource> = new Map(),
): Promise<Map<string, EffectiveTag | null>> => {
  for (const issue of issues) known.set(issue.id, issue);
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const missing = [
      ...new Set(issues.map((issue) => unknownAncestor(issue, known)).filter((id) => id !== null)),
    ];
    if (missing.length === 0) break;
    const found = await fetchAllIssues(jira, missing, NO_CUSTOM_FIELDS);
    for (const ancestor of found) known.set(ancestor.id, ancestor);
    for (const id of missing) if (!known.has(id)) known.set(id, hidden(id));
  }
  return new Map(issues.map((issue) => [issue.id, effectiveTag(issue.ownTag, ancestorsOf(issue, known))]));
};

/** Writes an issue's own tag, or removes it with `null`. Jira itself refuses who may not edit the issue. */
export const writeTag = async (
  { requestJira, route }: JiraApi,
  issueId: string,
  tag: Tag | null,
): Promise<void> => {
  if (tag !== null) {
    const response = await requestJira(route`/rest/api/3/issue/${issueId}/properties/${TAG_PROPERTY}`, {
      method: 'PUT',
      headers: JSON_HEADERS,
      body: JSON.stringify(storedTag(tag)),
    });
    return expectDone(response, 'this issue');
  }
  const response = await requestJira(route`/rest/api/3/issue/${issueId}/properties/${TAG_PROPERTY}`, {
    method: 'DELETE',
  });
  // Somebody removed it meanwhile, and what was asked for is so; or the person may no longer edit the issue.
  if (response.status !== 404 || (await hasProperty({ requestJira, route }, issueId)))
    await expectDone(response, 'this issue');
};

const hasProperty = async (jira: JiraApi, issueId: string): Promise<boolean> => {
  const { ownTag, unreadableTag } = await getIssue(jira, issueId);
  return ownTag !== null || unreadableTag !== null;
};

/** The first ancestor, going up, that must be read to know the issue's tag; `null` when all needed is known. */
const unknownAncestor = (issue: TagSource, known: ReadonlyMap<string, TagSource>): string | null => {
  let current: TagSource | undefined = issue;
  for (let level = 0; current && level < MOST_LEVELS; level += 1) {
    if (current.ownTag !== null || current.parent === null) return null;
    const parent: TagSource | undefined = known.get(current.parent.id);
    if (!parent) return current.parent.id;
    current = parent;
  }
  return null;
};

const ancestorsOf = (
  issue: TagSource,
  known: ReadonlyMap<string, TagSource>,
): { key: string; tag: Tag | null }[] => {
  const ancestors: { key: string; tag: Tag | null }[] = [];
  let current: TagSource | undefined = issue;
  for (let level = 0; current?.parent && level < MOST_LEVELS; level += 1) {
    current = known.get(current.parent.id);
    if (current) ancestors.push({ key: current.key, tag: current.ownTag });
  }
  return ancestors;
};

/** Stands for an ancestor that the caller may not see, so that it is not asked for again. */
const hidden = (id: string): TagSource => ({ id, key: '', parent: null, ownTag: null });
