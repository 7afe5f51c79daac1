import type { KeyResultId } from '../../src/domain/ids';
import type { JiraApi } from '../../src/jira/jira-api';
import { allOf, jqlList } from '../../src/jira/jql';
import { namesKeyResults, saysTagged } from '../../src/jira/jql-serving';
import { openWork, type UntaggedScope } from '../../src/jira/untagged';
import { searchRows, type UntaggedRow } from '../../src/jira/untagged-rows';
import type { Place } from './boards-reading';

/** Issues that a search takes for tagged though what they say is no tag. */
export type Misread = { readonly work: ReadonlySet<string>; readonly parents: ReadonlySet<string> };

export const NOTHING_MISREAD: Misread = { work: new Set(), parents: new Set() };

const MOST_PAGES = 3;

/**
 * Reads the tags that name none of the key results that may be picked, which are few: a search cannot tell whether what
 * they name is a key result at all.
 */
export const readMisread = async (
  jira: JiraApi,
  { parentTypes }: UntaggedScope,
  { projectId }: Place,
  pickable: readonly KeyResultId[],
): Promise<Misread> => {
  if (pickable.length === 0) return NOTHING_MISREAD;
  const strange = allOf(saysTagged(), namesKeyResults(pickable).isNot);
  const [work, parents] = await Promise.all([
    readNoTags(jira, allOf(openWork(parentTypes, projectId), strange)),
    parentTypes.length === 0 ? [] : readNoTags(jira, allOf(`issuetype in ${jqlList(parentTypes)}`, strange)),
  ]);
  return { work: new Set(work), parents: new Set(parents) };
};

const readNoTags = async (jira: JiraApi, jql: string): Promise<string[]> => {
  const rows: UntaggedRow[] = [];
  let pageToken: string | null = null;
  for (let page = 0; page < MOST_PAGES && (page === 0 || pageToken !== null); page += 1) {
    const found: Awaited<ReturnType<typeof searchRows>> = await searchRows(jira, {
      jql,
      fields: { sprint: null, numbers: [] },
      pageToken,
    });
    rows.push(...found.rows);
    pageToken = found.nextPageToken;
  }
  return rows.filter(({ ownTag }) => ownTag === null).map(({ id }) => id);
};
