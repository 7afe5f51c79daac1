/**
 * Which recorded replies in `../shared/fixtures` are held against which request to the stand-in. `records` and `served`
 * pick the same part of both; without them it is the whole reply.
 */
export type Recording = {
  /** One or more files of one origin; several are looked at as one. */
  readonly files: readonly string[];
  readonly operation: string;
  readonly ask: { readonly path: string; readonly body?: unknown };
  readonly records?: (content: never) => readonly unknown[];
  readonly served?: (body: never) => readonly unknown[];
};

type Page<Item = unknown> = { readonly values: readonly Item[] };
type Found = { readonly issues: readonly unknown[] };
/** How one of the origins keeps what it was sent: item by item. */
type Collected = readonly { readonly data: unknown }[];
/** How another keeps it: as the answer of a pretended server. */
type Stubbed<Body> = { readonly response: { readonly jsonBody: Body } };

const whole = (list: readonly unknown[]) => list;
const values = ({ values: items }: Page) => items;
const issues = ({ issues: found }: Found) => found;
const data = (collected: Collected) => collected.map((each) => each.data);

const ISSUE = { path: '/rest/api/3/issue/TEAM-1?expand=changelog' };
const SEARCH = {
  path: '/rest/api/3/search/jql',
  body: { jql: 'project = TEAM', fields: ['*all'], expand: 'changelog' },
};
const BOARD_ISSUES = { path: '/rest/agile/1.0/board/1/issue?expand=changelog' };
const STATUS = { operation: 'GET /rest/api/3/status', ask: { path: '/rest/api/3/status' }, served: whole };
const FIELD = { operation: 'GET /rest/api/3/field', ask: { path: '/rest/api/3/field' }, served: whole };
const SYSTEM_FIELDS = {
  ...FIELD,
  served: (fields: readonly { readonly custom: boolean }[]) => fields.filter(({ custom }) => !custom),
};
const PROJECT = {
  operation: 'GET /rest/api/3/project/{projectIdOrKey}',
  ask: { path: '/rest/api/3/project/TEAM' },
};
const PROJECTS = { operation: 'GET /rest/api/3/project/search', served: values };
const BOARDS = { operation: 'GET /rest/agile/1.0/board', ask: { path: '/rest/agile/1.0/board' } };
const SPRINTS = {
  operation: 'GET /rest/agile/1.0/board/{boardId}/sprint',
  ask: { path: '/rest/agile/1.0/board/1/sprint' },
};
const CONFIGURATION = 'GET /rest/agile/1.0/board/{boardId}/configuration';
const TRANSITIONS = {
  operation: 'GET /rest/api/3/issue/{issueIdOrKey}/transitions',
  ask: { path: '/rest/api/3/issue/TEAM-1/transitions' },
};

export const RECORDINGS: readonly Recording[] = [
  {
    files: ['jira-cli.myself.json'],
    operation: 'GET /rest/api/3/myself',
    ask: { path: '/rest/api/3/myself' },
  },
  {
    files: ['jira-cli.serverinfo.json'],
    operation: 'GET /rest/api/3/serverInfo',
    ask: { path: '/rest/api/3/serverInfo' },
  },
  { files: ['go-jira.project.json'], ...PROJECT },
  {
    files: ['jirareport.project.json'],
    ...PROJECT,
    records: ({ response }: Stubbed<unknown>) => [response.jsonBody],
  },
  {
    files: ['devlake.project.json'],
    ...PROJECTS,
    ask: { path: '/rest/api/3/project/search' },
    records: data,
  },
  {
    files: ['jira-cli.projects.json'],
    ...PROJECTS,
    ask: { path: '/rest/api/3/project/search?expand=lead' },
    records: whole,
  },
  { files: ['go-jira.all_fields.json'], ...SYSTEM_FIELDS, records: whole },
  { files: ['jira-cli.fields.json'], ...FIELD, records: whole },
  {
    files: ['jirareport.fields.json'],
    ...FIELD,
    records: ({ response }: Stubbed<readonly unknown[]>) => response.jsonBody,
  },
  { files: ['devlake.status.json'], ...STATUS, records: data },
  { files: ['go-jira.all_statuses.json'], ...STATUS, records: whole },
  { files: ['jirametrics.sample_statuses.json'], ...STATUS, records: whole },
  {
    files: ['go-jira.all_statuscategories.json'],
    operation: 'GET /rest/api/3/statuscategory',
    ask: { path: '/rest/api/3/statuscategory' },
    records: whole,
    served: whole,
  },
  {
    files: ['devlake.issuetype.json'],
    operation: 'GET /rest/api/3/issuetype',
    ask: { path: '/rest/api/3/issuetype' },
    records: data,
    served: whole,
  },
  {
    files: ['jira-cli.users.json'],
    operation: 'GET /rest/api/3/user/search',
    ask: { path: '/rest/api/3/user/search?query=' },
    records: whole,
    served: whole,
  },
  { files: ['jira-cli.issue.json'], operation: 'GET /rest/api/3/issue/{issueIdOrKey}', ask: ISSUE },
  {
    files: ['SP-1', 'SP-2', 'SP-10', 'SP-13', 'SP-14', 'SP-15'].map((key) => `jirametrics.${key}.json`),
    operation: 'GET /rest/api/3/issue/{issueIdOrKey}',
    ask: ISSUE,
  },
  {
    files: ['devlake.issue-changelog.json'],
    operation: 'GET /rest/api/3/issue/{issueIdOrKey}/changelog',
    ask: { path: '/rest/api/3/issue/TEAM-1/changelog' },
    records: data,
    served: values,
  },
  {
    files: ['bitovi.issues-with-changelog.json'],
    operation: 'GET /rest/api/3/issue/{issueIdOrKey}/changelog',
    ask: { path: '/rest/api/3/issue/TEAM-1/changelog' },
    records: (found: readonly { readonly changelog: readonly unknown[] }[]) =>
      found.flatMap((each) => each.changelog),
    served: values,
  },
  { files: ['jira-cli.search.json'], operation: 'POST /rest/api/3/search/jql', ask: SEARCH },
  {
    files: ['jirareport.jira-issues.json'],
    operation: 'POST /rest/api/3/search/jql',
    ask: SEARCH,
    records: ({ response }: Stubbed<unknown>) => [response.jsonBody],
  },
  { files: ['go-jira.all_boards.json'], ...BOARDS },
  { files: ['jira-cli.boards.json'], ...BOARDS },
  {
    files: ['go-jira.board_configuration.json'],
    operation: CONFIGURATION,
    ask: { path: '/rest/agile/1.0/board/2/configuration' },
  },
  {
    files: ['jirametrics.sample_board_1_configuration.json'],
    operation: CONFIGURATION,
    ask: { path: '/rest/agile/1.0/board/2/configuration' },
  },
  { files: ['go-jira.sprints.json'], ...SPRINTS },
  {
    files: ['go-jira.sprints_filtered.json'],
    operation: SPRINTS.operation,
    ask: { path: `${SPRINTS.ask.path}?state=active` },
  },
  {
    files: ['jira-cli.sprints.json'],
    operation: SPRINTS.operation,
    ask: { path: `${SPRINTS.ask.path}?state=closed,active` },
  },
  {
    files: ['devlake.board-sprints.json'],
    operation: SPRINTS.operation,
    ask: { path: `${SPRINTS.ask.path}?state=closed` },
    records: data,
    served: values,
  },
  {
    files: ['jira-cli.sprint-get.json'],
    operation: 'GET /rest/agile/1.0/sprint/{sprintId}',
    ask: { path: '/rest/agile/1.0/sprint/1' },
  },
  {
    files: ['devlake.agile-board-issues.json', 'devlake.epic-issues.json'],
    operation: 'GET /rest/agile/1.0/board/{boardId}/issue',
    ask: BOARD_ISSUES,
    records: data,
    served: issues,
  },
  {
    files: ['go-jira.issues_in_sprint.json'],
    operation: 'GET /rest/software/1.0/sprint/{sprintId}/issue',
    ask: { path: '/rest/software/1.0/sprint/2/issue' },
    records: issues,
    served: issues,
  },
  { files: ['go-jira.transitions.json'], ...TRANSITIONS },
  { files: ['jira-cli.transitions.json'], ...TRANSITIONS },
];

/** Recorded replies of operations that the stand-in does not serve; each is shown to be answered with 501. */
export const NOT_SERVED: Readonly<Record<string, string>> = {
  'jirareport.statuses.json': '/rest/api/3/project/TEAM/statuses',
  'jira-cli.epic.json': '/rest/agile/1.0/epic/1/issue',
};
