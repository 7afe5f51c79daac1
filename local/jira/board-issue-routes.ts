import { agileFields } from './agile-fields';
import { getBoard } from './board-routes';
import { selectFields } from './field-selection';
import { checkExpand, fieldExpansions, issueJson } from './issue-json';
import { parseJql } from './jql-parse';
import { find, searchJql } from './jql-search';
import type { Board, Issue } from './model';
import { byId } from './named-json';
import { PAGE_PARAMETERS, pageOf } from './paging';
import { browsing } from './permissions';
import { listParameter, numberParameter } from './query';
import { ok, type Answer, type Call, type Route } from './route';
import { searchPage } from './search-page';
import { getSprint } from './sprint-routes';

const ISSUE_PARAMETERS = ['jql', 'fields', 'expand'] as const;

/** Issues as boards and sprints show them. */
export const BOARD_ISSUE_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/agile/1.0/board/{board}/issue',
    query: [...ISSUE_PARAMETERS, ...PAGE_PARAMETERS],
    run: async (call) => pageOfIssues(call, await boardIssues(call, getBoard(call))),
  },
  {
    method: 'GET',
    path: '/rest/agile/1.0/board/{board}/backlog',
    query: [...ISSUE_PARAMETERS, ...PAGE_PARAMETERS],
    run: async (call) => pageOfIssues(call, await backlog(call, getBoard(call))),
  },
  {
    method: 'GET',
    path: '/rest/software/1.0/sprint/{sprint}/issue',
    query: [...ISSUE_PARAMETERS, 'nextPageToken', 'maxResults', 'reconcileIssues'],
    run: (call) => sprintIssues(call),
  },
];

/** What the board's filter finds, and the request's own JQL too where it is given, in the order of the latter. */
const boardIssues = async (call: Call, { filterJql }: Board): Promise<Issue[]> => {
  const shown = await searchJql(call, filterJql);
  const jql = call.query.get('jql');
  if (jql === null) return shown;
  const ids = new Set(shown.map(({ id }) => id));
  return (await searchJql(call, jql)).filter(({ id }) => ids.has(id));
};

/** Incomplete issues in no active or future sprint; epics and sub-tasks are not planned by themselves. */
const backlog = async (call: Call, board: Board): Promise<Issue[]> => {
  const { site } = call.state;
  const running = new Set(site.sprints.filter(({ state }) => state !== 'closed').map(({ id }) => id));
  const done = new Set(board.columns.at(-1)?.statusIds);
  return (await boardIssues(call, board)).filter(
    ({ sprintIds, statusId, typeId }) =>
      !sprintIds.some((id) => running.has(id)) &&
      !done.has(statusId) &&
      byId(site.issueTypes, typeId, 'issue type').hierarchyLevel === 0,
  );
};

const pageOfIssues = (call: Call, found: readonly Issue[]): Answer => {
  const asked = listParameter(call, 'fields');
  const parts = {
    fieldIds: selectFields(call.state.site, asked, '*all'),
    properties: [],
    expand: checkExpand(listParameter(call, 'expand') ?? []),
  };
  const mayBrowse = browsing(call.state, call.caller);
  const { startAt, maxResults, total, values } = pageOf(call, found, { size: 50, most: 100 });
  const issues = values.map((issue) =>
    issueJson(call, issue, parts, mayBrowse, agileFields({ state: call.state, issue, mayBrowse }, asked)),
  );
  return ok(
    { expand: 'schema,names', startAt, maxResults, total, issues, ...fieldExpansions(call, parts) },
    issues.length,
  );
};

const sprintIssues = async (call: Call): Promise<Answer> => {
  const { query } = call;
  const { id } = getSprint(call);
  const asked = listParameter(call, 'fields');
  const mayBrowse = browsing(call.state, call.caller);
  const reconcile = new Set(listParameter(call, 'reconcileIssues') ?? []);
  const jql = query.get('jql') ?? `sprint = ${id} ORDER BY rank`;
  const { issues, order } = await find(call, parseJql(jql), reconcile);
  return searchPage(
    call,
    { issues: issues.filter(({ sprintIds }) => sprintIds.includes(id)), order },
    {
      question: `${id} ${jql}`,
      token: query.get('nextPageToken'),
      maxResults: numberParameter(call, 'maxResults', 50),
      fields: asked ?? ['*navigable'],
      properties: [],
      expand: listParameter(call, 'expand') ?? [],
      more: (issue) => agileFields({ state: call.state, issue, mayBrowse }, asked),
    },
  );
};
