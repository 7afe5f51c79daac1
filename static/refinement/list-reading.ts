import { findSprintField } from '../../src/jira/fields';
import { searchIssueIds } from '../../src/jira/issue-ids';
import type { JiraApi } from '../../src/jira/jira-api';
import { anyOf, jqlList } from '../../src/jira/jql';
import { MOST_CHECKED, readBulkRights } from '../../src/jira/permissions';
import { resolveTags, type TagSource } from '../../src/jira/tags';
import {
  byRank,
  inOpenSprints,
  inProgress,
  readUntaggedScope,
  untaggedWork,
  type UntaggedScope,
} from '../../src/jira/untagged';
import {
  fetchRows,
  ROWS_PER_REQUEST,
  searchFirstRows,
  type RowFields,
  type UntaggedRow,
} from '../../src/jira/untagged-rows';
import { limited } from '../shared/limited';
import type { BoardFacts, Place } from './boards-reading';
import type { Misread } from './misread';
import type { ListedIds } from './sections';

const FIRST_ROWS = 50;
export const MOST_ISSUES = 100_000;
const REQUESTS_AT_A_TIME = 4;

export type FirstRows = {
  readonly scope: UntaggedScope;
  readonly rows: readonly UntaggedRow[];
  readonly fields: RowFields;
};

/**
 * The first rows by rank, whatever their section: the issue types, the parents that hand a tag down, one page. Three
 * requests, and one more for each level that the site has above epics.
 */
export const readFirstRows = async (
  jira: JiraApi,
  { projectId }: Place,
  known: Map<string, TagSource>,
): Promise<FirstRows> => {
  const scope = await readUntaggedScope(jira);
  const page = await searchFirstRows(jira, byRank(untaggedWork(scope, projectId)), FIRST_ROWS);
  // Jira describes no fields where it found nothing.
  const fields = page.rows.length > 0 ? page.fields : { sprint: await findSprintField(jira), numbers: [] };
  const rows = page.rows.filter(isOpenAndSilent);
  return { scope, fields, rows: scope.carrierIds === null ? await undecidedOf(jira, rows, known) : rows };
};

export type WholeList = {
  /** The search that names everything, without an order. */
  readonly jql: string;
  readonly listed: ListedIds;
  /** The rows of every sprint that is not closed, and whatever else was read. */
  readonly rows: readonly UntaggedRow[];
  /** Issues that the searches name and whose own or inherited tag was found in them. */
  readonly decided: ReadonlySet<string>;
};

/** The ids of everything, 5,000 a request, and the rows of the open sprints, which say which sprint that is. */
export const readWholeList = async (
  jira: JiraApi,
  place: Place,
  scope: UntaggedScope,
  fields: RowFields,
  facts: BoardFacts,
  known: Map<string, TagSource>,
  misread: Misread,
): Promise<WholeList> => {
  const sprintIds = place.boardId === null ? [] : facts.sprintIds;
  const carrierIds = scope.carrierIds?.filter((id) => !misread.parents.has(id)) ?? null;
  const found = untaggedWork({ ...scope, carrierIds }, place.projectId, sprintIds);
  const jql = misread.work.size === 0 ? found : anyOf(found, `key in ${jqlList([...misread.work])}`);
  const idsOf = (search: string): Promise<string[]> => searchIssueIds(jira, byRank(search), MOST_ISSUES);
  const [all, inSprints, begun] = await Promise.all([
    idsOf(jql),
    fields.sprint === null ? [] : idsOf(inOpenSprints(`(${jql})`)),
    facts.isWithoutSprints ? idsOf(inProgress(`(${jql})`)) : null,
  ]);
  const sprinting = new Set(inSprints);
  const rows = await readRows(jira, inSprints, fields);
  const undecided = new Set((await undecidedOf(jira, rows, known)).map(({ id }) => id));
  return {
    jql: `(${jql})`,
    listed: {
      inSprints,
      elsewhere: all.filter((id) => !sprinting.has(id)),
      begun: begun && new Set(begun),
    },
    rows,
    decided: new Set(inSprints.filter((id) => !undecided.has(id))),
  };
};

/** Rows by id, as they are now, 100 a request. */
export const readRows = async (
  jira: JiraApi,
  ids: readonly string[],
  fields: RowFields,
): Promise<UntaggedRow[]> => {
  const inTurn = limited(REQUESTS_AT_A_TIME);
  const chunks = Array.from({ length: Math.ceil(ids.length / ROWS_PER_REQUEST) }, (_, index) =>
    ids.slice(index * ROWS_PER_REQUEST, (index + 1) * ROWS_PER_REQUEST),
  );
  return (await Promise.all(chunks.map((chunk) => inTurn(() => fetchRows(jira, chunk, fields))))).flat();
};

/** Whether the caller may edit none of the issues: one request. Of more than it can ask about it is not known. */
export const editsNone = async (jira: JiraApi, ids: readonly string[]): Promise<boolean> => {
  if (ids.length === 0 || ids.length > MOST_CHECKED) return false;
  // Who cannot be told now is told when they choose something to do.
  return readBulkRights(jira, ids).then(
    ({ editable }) => editable.size === 0,
    () => false,
  );
};

/** Those of the rows that are open and for which nothing counts, by their ancestors as well. Reads only unknown ancestors. */
export const undecidedOf = async (
  jira: JiraApi,
  rows: readonly UntaggedRow[],
  known: Map<string, TagSource>,
): Promise<UntaggedRow[]> => {
  const silent = rows.filter(isOpenAndSilent);
  const tags = await resolveTags(jira, silent, known);
  return silent.filter(({ id }) => (tags.get(id) ?? null) === null);
};

const isOpenAndSilent = ({ ownTag, level, status }: UntaggedRow): boolean =>
  ownTag === null && level === 0 && status.category !== 'done';
