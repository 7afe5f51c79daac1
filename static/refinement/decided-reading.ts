import type { DecidedIssue } from '../../src/domain/suggestion';
import { searchIssueIds } from '../../src/jira/issue-ids';
import type { JiraApi } from '../../src/jira/jira-api';
import { allOf, anyOf, jqlList, jqlString } from '../../src/jira/jql';
import { isCounted, saysNothing } from '../../src/jira/jql-serving';
import { byRank, openWork, type UntaggedScope } from '../../src/jira/untagged';
import { searchRows, type RowFields, type UntaggedRow } from '../../src/jira/untagged-rows';
import type { Place } from './boards-reading';
import { MOST_ISSUES } from './list-reading';

/** Work that somebody has decided about, and where it stands among all open work. */
export type DecidedWork = {
  /** Open work and its parents with tags of their own, by rank. */
  readonly open: readonly UntaggedRow[];
  /** Done work with tags of its own, what changed last. */
  readonly done: readonly UntaggedRow[];
  /** The place of open work, decided or not, by its id. */
  readonly places: ReadonlyMap<string, number>;
  /** Whether there is more open work than was read. */
  readonly isPart: boolean;
};

const MOST_OPEN_PAGES = 4;
const NO_FIELDS: RowFields = { sprint: null, numbers: [] };

/** Some requests, however much work there is; made once the list is there. */
export const readDecidedWork = async (
  jira: JiraApi,
  { projectId }: Place,
  { parentTypes }: UntaggedScope,
): Promise<DecidedWork> => {
  const inProject = `project = ${jqlString(projectId)}`;
  const speaks = saysNothing().isNot;
  const open = anyOf(
    allOf(openWork(parentTypes, projectId), speaks),
    parentTypes.length === 0
      ? null
      : allOf(inProject, 'statusCategory != Done', `issuetype in ${jqlList(parentTypes)}`, speaks),
  );
  const done = allOf(inProject, 'statusCategory = Done', isCounted(parentTypes).is, speaks);
  const [pages, lately, ids] = await Promise.all([
    readPages(jira, byRank(open), MOST_OPEN_PAGES),
    readPages(jira, `${done} ORDER BY updated DESC`, 1),
    searchIssueIds(jira, byRank(openWork(parentTypes, projectId)), MOST_ISSUES),
  ]);
  return {
    open: pages.rows,
    done: lately.rows,
    places: new Map(ids.map((id, place) => [id, place])),
    isPart: pages.isPart,
  };
};

/** The decided work as suggestions are judged by. */
export const witnessesOf = ({ open, done, places }: DecidedWork): DecidedIssue[] =>
  [...open, ...done].flatMap((row) =>
    row.ownTag === null
      ? []
      : [
          {
            id: row.id,
            key: row.key,
            summary: row.summary,
            parentId: row.parent?.id ?? null,
            place: places.get(row.id) ?? null,
            tag: row.ownTag,
          },
        ],
  );

const readPages = async (
  jira: JiraApi,
  jql: string,
  most: number,
): Promise<{ readonly rows: readonly UntaggedRow[]; readonly isPart: boolean }> => {
  const rows: UntaggedRow[] = [];
  let pageToken: string | null = null;
  for (let page = 0; page < most && (page === 0 || pageToken !== null); page += 1) {
    const found: Awaited<ReturnType<typeof searchRows>> = await searchRows(jira, {
      jql,
      fields: NO_FIELDS,
      pageToken,
    });
    rows.push(...found.rows);
    pageToken = found.nextPageToken;
  }
  return { rows, isPart: pageToken !== null };
};
