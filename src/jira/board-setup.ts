import * as v from 'valibot';
import { readReply, type JiraApi } from './jira-api';
import { statusCategoryOf } from './issues';

/** How a board is set up, as far as a ledger asks. */
export type BoardSetup = {
  /** The field of its estimates, or `null` where it has none. */
  readonly pointsField: string | null;
  /** What stands in the last column is done. */
  readonly doneStatusIds: readonly string[];
  /** What stands in a column between the first and the last is begun. */
  readonly begunStatusIds: readonly string[];
};

/**
 * A board's columns and estimates in one request; by the categories of statuses and without estimates, in another one,
 * where there is no board or the caller may not see how it is set up.
 */
export const readBoardSetup = async (jira: JiraApi, boardId: number | null): Promise<BoardSetup> =>
  (boardId === null ? null : await findConfiguration(jira, boardId)) ?? byCategory(jira);

const findConfiguration = async (
  { requestJira, route }: JiraApi,
  boardId: number,
): Promise<BoardSetup | null> => {
  const response = await requestJira(route`/rest/agile/1.0/board/${boardId}/configuration`, {
    method: 'GET',
  });
  if (response.status === 403 || response.status === 404) return null;
  const { estimation, columnConfig } = await readReply(
    response,
    configurationReply,
    "the board's configuration",
  );
  const columns = columnConfig.columns.map(({ statuses }) => statuses.map(({ id }) => id));
  return {
    pointsField: estimation?.type === 'field' ? (estimation.field?.fieldId ?? null) : null,
    doneStatusIds: columns.at(-1) ?? [],
    begunStatusIds: columns.slice(1, -1).flat(),
  };
};

const byCategory = async ({ requestJira, route }: JiraApi): Promise<BoardSetup> => {
  const response = await requestJira(route`/rest/api/3/status`, { method: 'GET' });
  const statuses = await readReply(response, v.array(statusReply), 'the statuses');
  const idsOf = (category: string): string[] =>
    statuses.filter(({ statusCategory: { key } }) => statusCategoryOf(key) === category).map(({ id }) => id);
  return { pointsField: null, doneStatusIds: idsOf('done'), begunStatusIds: idsOf('indeterminate') };
};

const configurationReply = v.object({
  estimation: v.optional(
    v.object({ type: v.string(), field: v.optional(v.object({ fieldId: v.string() })) }),
  ),
  columnConfig: v.object({
    columns: v.array(v.object({ statuses: v.array(v.object({ id: v.string() })) })),
  }),
});

const statusReply = v.object({ id: v.string(), statusCategory: v.object({ key: v.string() }) });
