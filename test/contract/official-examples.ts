import type { Recording } from './recordings';

type Ask = Recording['ask'] & { readonly method?: string };

const JQL = { jql: 'project = TEAM', fields: ['*all'] };

/** What to ask the stand-in for each operation of which Atlassian's specification shows an example. */
export const OFFICIAL_EXAMPLES: Readonly<Record<string, Ask>> = {
  'POST /rest/api/3/changelog/bulkfetch': {
    path: '/rest/api/3/changelog/bulkfetch',
    body: { issueIdsOrKeys: ['TEAM-1', 'TEAM-2'], maxResults: 1 },
  },
  'GET /rest/api/3/field': { path: '/rest/api/3/field' },
  'POST /rest/api/3/issue': {
    path: '/rest/api/3/issue',
    body: {
      fields: { project: { key: 'TEAM' }, issuetype: { name: 'Story' }, summary: 'Main order flow broken' },
    },
  },
  'POST /rest/api/3/issue/bulkfetch': {
    path: '/rest/api/3/issue/bulkfetch',
    body: { issueIdsOrKeys: ['TEAM-1', 'TEAM-2', 'TEAM-404'], fields: ['*all'] },
  },
  'GET /rest/api/3/issue/{issueIdOrKey}': { path: '/rest/api/3/issue/TEAM-1?properties=*all' },
  'GET /rest/api/3/issue/{issueIdOrKey}/changelog': {
    path: '/rest/api/3/issue/TEAM-1/changelog?maxResults=1',
  },
  'GET /rest/api/3/issue/{issueIdOrKey}/properties': { path: '/rest/api/3/issue/TEAM-1/properties' },
  'GET /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}': {
    path: '/rest/api/3/issue/TEAM-1/properties/tag',
  },
  'GET /rest/api/3/issue/{issueIdOrKey}/transitions': { path: '/rest/api/3/issue/TEAM-1/transitions' },
  'POST /rest/api/3/jql/parse': {
    path: '/rest/api/3/jql/parse?validation=strict',
    body: {
      queries: [
        'summary ~ test AND (labels in (urgent, blocker) OR assignee = currentUser()) ORDER BY updated DESC',
        'invalid query',
      ],
    },
  },
  'GET /rest/api/3/mypermissions': { path: '/rest/api/3/mypermissions?permissions=EDIT_ISSUES' },
  'GET /rest/api/3/myself': { path: '/rest/api/3/myself?expand=groups' },
  'POST /rest/api/3/permissions/check': {
    path: '/rest/api/3/permissions/check',
    body: {
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: [10001], projects: [10000] }],
    },
  },
  'GET /rest/api/3/project/search': { path: '/rest/api/3/project/search?maxResults=1' },
  'GET /rest/api/3/project/{projectIdOrKey}': { path: '/rest/api/3/project/TEAM' },
  'POST /rest/api/3/search/approximate-count': {
    path: '/rest/api/3/search/approximate-count',
    body: { jql: JQL.jql },
  },
  'GET /rest/api/3/search/jql': { path: '/rest/api/3/search/jql?jql=project=TEAM&fields=*all' },
  'POST /rest/api/3/search/jql': { path: '/rest/api/3/search/jql', body: JQL },
  'GET /rest/api/3/serverInfo': { path: '/rest/api/3/serverInfo' },
  'GET /rest/api/3/status': { path: '/rest/api/3/status' },
  'GET /rest/api/3/status/{idOrName}': { path: '/rest/api/3/status/11' },
  'GET /rest/api/3/statuscategory': { path: '/rest/api/3/statuscategory' },
  'GET /rest/api/3/statuses': { path: '/rest/api/3/statuses?id=11' },
  'GET /rest/api/3/statuses/search': { path: '/rest/api/3/statuses/search?maxResults=1' },
  'GET /rest/api/3/user/bulk': { path: '/rest/api/3/user/bulk?accountId=account-member' },
  'GET /rest/api/3/user/search': { path: '/rest/api/3/user/search?query=' },
  'GET /rest/agile/1.0/board': { path: '/rest/agile/1.0/board' },
  'GET /rest/agile/1.0/board/{boardId}': { path: '/rest/agile/1.0/board/1' },
  'GET /rest/agile/1.0/board/{boardId}/backlog': { path: '/rest/agile/1.0/board/1/backlog' },
  'GET /rest/agile/1.0/board/{boardId}/configuration': { path: '/rest/agile/1.0/board/1/configuration' },
  'GET /rest/agile/1.0/board/{boardId}/issue': { path: '/rest/agile/1.0/board/1/issue' },
  'GET /rest/agile/1.0/board/{boardId}/sprint': { path: '/rest/agile/1.0/board/1/sprint' },
  'POST /rest/agile/1.0/sprint': {
    path: '/rest/agile/1.0/sprint',
    body: {
      name: 'Sprint 4',
      startDate: '2026-03-02T09:00:00.000Z',
      endDate: '2026-03-13T09:00:00.000Z',
      originBoardId: 1,
      goal: 'More',
    },
  },
  'GET /rest/agile/1.0/sprint/{sprintId}': { path: '/rest/agile/1.0/sprint/1' },
  'PUT /rest/agile/1.0/sprint/{sprintId}': {
    method: 'PUT',
    path: '/rest/agile/1.0/sprint/2',
    body: {
      name: 'Sprint 2',
      state: 'closed',
      startDate: '2026-01-05T09:00:00.000Z',
      endDate: '2026-01-16T09:00:00.000Z',
      goal: 'Done',
    },
  },
  'POST /rest/agile/1.0/sprint/{sprintId}': { path: '/rest/agile/1.0/sprint/2', body: { state: 'closed' } },
};
