type Exception = {
  readonly operation?: string;
  readonly file?: string;
  readonly at: readonly string[];
  readonly reason: string;
};

/** Of Atlassian's own examples, which are written and not recorded. */
const OFFICIAL: readonly Exception[] = [
  {
    at: ['key', 'name', '*.key', '*.name'],
    operation: 'GET /rest/api/3/user/search',
    reason: 'Empty since 2019.',
  },
  { at: ['key', 'name'], operation: 'GET /rest/api/3/myself', reason: 'Empty since 2019.' },
  {
    at: [
      '**.fields.watcher',
      '**.fields.sub-tasks',
      '**.fields.comment',
      '**.fields.worklog',
      '**.fields.updated',
    ],
    reason: 'Issues in the examples name these in ways that no recorded one does.',
  },
  { at: ['**.fields.description'], reason: 'A text in the example, a document in its own specification.' },
  { at: ['**.fields.attachment.*'], reason: 'Nothing is attached to issues here.' },
  {
    operation: 'POST /rest/api/3/issue/bulkfetch',
    at: ['expand'],
    reason: 'The schema of the same reply, which takes no other fields, lacks it.',
  },
  {
    operation: 'GET /rest/agile/1.0/board/{boardId}/backlog',
    at: ['issues.*.fields.sprint'],
    reason: 'What is in an open sprint is not in the backlog.',
  },
  {
    at: ['**.insight', '**.projectCategory', 'email', '**.properties.propertyKey', '**.fields.project.style'],
    reason: 'What a project may be given or asked for with expand; no recorded project of an issue has them.',
  },
  {
    at: ['deleted', 'deletedBy', 'deletedDate', 'retentionTillDate'].map(
      (name) => `**.fields.project.${name}`,
    ),
    reason: 'Of a deleted project, whose issues nobody can read.',
  },
  { at: ['value'], reason: "What is in a property is its writer's." },
  {
    operation: 'POST /rest/api/3/issue',
    at: ['transition'],
    reason: 'Of a transition that was asked for at once, which is not served.',
  },
  { at: ['transitions.*.fields'], reason: 'Asked for with expand=transitions.fields, which is not served.' },
  {
    at: ['**.scope', '**.scope.project', 'issueTypes.*.entityId'],
    reason: 'Of team-managed projects; the site has none.',
  },
  {
    at: ['displayUrl', 'displayUrlConfluence', 'displayUrlServicedeskHelpCenter'],
    reason: 'Of sites with addresses of their own; the recorded one has none.',
  },
  { at: ['location.userId', 'location.userAccountId'], reason: 'Of a board that belongs to a person.' },
  {
    at: ['**.schema.system'],
    reason: 'Custom fields have another schema; the example shows a system field alone.',
  },
  {
    operation: 'POST /rest/api/3/jql/parse',
    at: [
      '**.predicates',
      '**.field.property',
      'queries.*.structure.where.field',
      'queries.*.structure.where.operand',
      '**.warnings',
    ],
    reason:
      'Of another query: `was` and `changed` are not served, and properties are shown in test/local/jira.',
  },
];

/**
 * Fields of recorded replies that the stand-in need not have, with the reason. `at` is a field's path (`*` is any item
 * or any part of a name, `**` any depth) within any record, or of the operation named.
 */
const EXCEPTIONS: readonly Exception[] = [
  { at: ['**.customfield_*'], reason: 'Custom fields of the recorded site.' },
  {
    at: [
      'lead.key',
      'lead.name',
      '**.fields.reporter.key',
      '**.fields.reporter.name',
      '**.fields.assignee.key',
      '**.fields.assignee.name',
      '**.fields.creator.key',
      '**.fields.creator.name',
      '**.author.key',
      '**.author.name',
    ],
    reason: 'User names and keys: Jira Server only; Jira Cloud took them out in 2019.',
  },
  { file: 'jira-cli.users', at: ['name'], reason: 'The same.' },
  {
    at: [
      ...['lastViewed', 'duedate', 'timespent', 'timeestimate', 'timeoriginalestimate', 'aggregatetime*'],
      ...[
        'timetracking.*',
        'progress.percent',
        'aggregateprogress.percent',
        'comment.comments.*',
        'worklog.worklogs.*',
      ],
    ].map((field) => `**.fields.${field}`),
    reason: 'Filled where people use them; nobody does here: local/jira/other-fields.ts.',
  },
  { at: ['roles.*'], reason: "The names of the recorded project's roles." },
  {
    at: ['components.*', 'versions.*'],
    reason: 'The site has components and versions by name, and no lists of them.',
  },
  {
    at: ['url', 'projectCategory'],
    reason: 'What the recorded project was given; the specification has it as optional.',
  },
  { at: ['archived'], file: 'jirareport.project', reason: 'Of an archived project of Jira Server.' },
  { at: ['scope', 'uuid', 'entityId'], reason: 'Of team-managed projects; the site has none.' },
  { at: ['**.historyMetadata'], reason: 'Left by automation rules; the site has none.' },
  {
    at: ['**.fixVersions.*.description', '**.fixVersions.*.releaseDate'],
    reason: 'What versions were given when they were managed; here they are names.',
  },
  {
    file: 'devlake',
    at: ['fields.issuetype.untranslatedName'],
    reason: 'The recorded site is in Chinese; other records of issues lack it.',
  },
  {
    file: 'jira-cli.issue',
    at: ['fields.issuelinks.*.outwardIssue'],
    reason: 'Trimmed by hand: a link has one end or the other.',
  },
  {
    file: 'jira-cli.search',
    at: ['expand'],
    reason: 'Of the search that Jira removed; the specification of search/jql lacks it.',
  },
  {
    file: 'jirareport.jira-issues',
    at: ['issues.*.fields.description'],
    reason: 'A text, as version 2 of the API has it; version 3 has documents.',
  },
  {
    operation: 'GET /rest/agile/1.0/board/{boardId}/configuration',
    at: ['subQuery', 'columnConfig.columns.*.min', 'columnConfig.columns.*.max'],
    reason:
      'Boards here hide nothing and have no limits in their columns; both are there only where they were set.',
  },
  {
    file: 'go-jira.transitions',
    at: ['transitions.*.fields'],
    reason: 'Asked for with expand=transitions.fields, which is not served.',
  },
  ...OFFICIAL.map((exception) => ({ file: 'openapi-official-examples', ...exception })),
];

/** Whether a field's path in a record of this file and operation is excepted. */
export const exceptionFor =
  (operation: string, file: string) =>
  (path: string): boolean =>
    EXCEPTIONS.some(
      (exception) =>
        (exception.operation ?? operation) === operation &&
        file.startsWith(exception.file ?? '') &&
        exception.at.some((at) => patternOf(at).test(path)),
    );

const patternOf = (at: string): RegExp =>
  new RegExp(
    `^${at
      .replaceAll('.', '\\.')
      .replace(/(?<!\*)\*(?!\*)/g, '[^.]*')
      .replace('**\\.', '(?:.+\\.)?')}$`,
  );
