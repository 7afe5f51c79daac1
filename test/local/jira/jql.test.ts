import { anIssue, POINTS_FIELD } from '../../builders/a-site';
import { aJira, type TestJira } from './a-jira';

const site = (): TestJira =>
  aJira([
    anIssue('TEAM-1', { typeId: '1', summary: 'Checkout epic' }),
    anIssue('TEAM-2', {
      parentId: '10001',
      sprintIds: [1, 2],
      labels: ['web', 'ux'],
      assignee: 'account-member',
      priorityId: '22',
      components: ['Shop'],
      fixVersions: ['1.0'],
      description: 'Pay by invoice',
      fields: { [POINTS_FIELD]: 5 },
      properties: { tag: { state: 'tagged', keyResults: ['k1', 'k2'], size: 3 } },
    }),
    anIssue('TEAM-3', {
      sprintIds: [1],
      labels: ['api'],
      priorityId: '21',
      statusId: '13',
      resolutionId: '31',
      resolved: '2026-01-15T10:00:00.000Z',
      fields: { [POINTS_FIELD]: 2 },
      properties: { tag: { state: 'exempt' } },
    }),
    anIssue('TEAM-4', { typeId: '3', parentId: '10002', created: '2026-01-19T23:30:00.000Z' }),
    anIssue('SECRET-1', { sprintIds: [2] }),
  ]);

describe('JQL', () => {
  const jira = site();
  const finds = async (jql: string, expected: string[]): Promise<void> => {
    expect((await jira.keys('member', jql)).sort()).toEqual(expected);
  };

  it.each<[string, string[]]>([
    ['project = team', ['TEAM-1', 'TEAM-2', 'TEAM-3', 'TEAM-4']],
    ['sprint = 1', ['TEAM-2', 'TEAM-3']],
    ['sprint in ("Sprint 2")', ['TEAM-2']],
    ['sprint in openSprints()', ['TEAM-2']],
    ['sprint in closedSprints() AND sprint not in openSprints()', ['TEAM-3']],
    ['sprint is EMPTY', ['TEAM-1', 'TEAM-4']],
    ['parent = TEAM-1', ['TEAM-2']],
    ['parent in (10001, TEAM-2)', ['TEAM-2', 'TEAM-4']],
    ['parent is not EMPTY', ['TEAM-2', 'TEAM-4']],
    ['key in (TEAM-1, TEAM-3) AND status = Done', ['TEAM-3']],
    ['issuetype in subTaskIssueTypes()', ['TEAM-4']],
    ['type not in subTaskIssueTypes() AND statusCategory != Done', ['TEAM-1', 'TEAM-2']],
    ['statusCategory = "To Do" AND type in standardIssueTypes()', ['TEAM-1', 'TEAM-2']],
    ['assignee = currentUser()', ['TEAM-2']],
    ['assignee = "Member Person" OR resolution = Done', ['TEAM-2', 'TEAM-3']],
    ['resolution = Unresolved AND reporter = account-admin', ['TEAM-1', 'TEAM-2', 'TEAM-4']],
    ['priority in (High, EMPTY)', ['TEAM-1', 'TEAM-3', 'TEAM-4']],
    ['"Story Points" >= 2 AND cf[10016] < 5', ['TEAM-3']],
    ['summary ~ "check*"', ['TEAM-1']],
    ['text ~ "summary team"', ['TEAM-2', 'TEAM-3', 'TEAM-4']],
    ['summary !~ summary', ['TEAM-1']],
    ['resolved >= 2026-01-15 AND resolved < "2026/01/16 00:00"', ['TEAM-3']],
    ['created >= -1d', ['TEAM-4']],
    ['created > "-4w 2d" AND created <= now()', ['TEAM-1', 'TEAM-2', 'TEAM-3', 'TEAM-4']],
    ['created >= startOfWeek(-1w) AND created < startOfYear(1)', ['TEAM-4']],
    ['reporter in membersOf("site-admins") AND assignee is not EMPTY', ['TEAM-2']],
    ['component = shop AND fixVersion in ("1.0")', ['TEAM-2']],
    ['component is EMPTY AND fixVersion is EMPTY AND description is not EMPTY', []],
    ['description ~ "invoice" OR text ~ invoice', ['TEAM-2']],
    ['issuekey = TEAM-1 OR issue = TEAM-2 OR id = 10003', ['TEAM-1', 'TEAM-2', 'TEAM-3']],
    ['level is EMPTY AND key != TEAM-1 AND sprint is not EMPTY', ['TEAM-2', 'TEAM-3']],
    ['created >= startOfMonth() AND created <= endOfWeek()', ['TEAM-1', 'TEAM-2', 'TEAM-3', 'TEAM-4']],
    [
      'created > endOfMonth(-1) AND created < endOfYear() AND created < startOfWeek()',
      ['TEAM-1', 'TEAM-2', 'TEAM-3'],
    ],
    ['labels IS NULL AND NOT type = Epic', ['TEAM-4']],
    ['labels = web || labels = api', ['TEAM-2', 'TEAM-3']],
    ['project = TEAM && ! (sprint is not empty)', ['TEAM-1', 'TEAM-4']],
    ['assignee in (currentUser(), EMPTY) AND parent = EMPTY', ['TEAM-1', 'TEAM-3']],
    ["summary ~ 'checkout epic'", ['TEAM-1']],
    ["summary ~ 'epic checkout'", ['TEAM-1']],
    [String.raw`summary ~ "\"checkout epic\""`, ['TEAM-1']],
    [String.raw`summary ~ "\"epic checkout\""`, []],
    ['created >= startOfDay(-1) AND created <= endOfDay("-1d")', ['TEAM-4']],
  ])('finds by %s', finds);

  it.each<[string, string[]]>([
    ['issue.property[tag].state = tagged', ['TEAM-2']],
    ['issue.property["tag"].keyResults in ("k2", "k9")', ['TEAM-2']],
    ['keyResult = k1 AND okrState != exempt', ['TEAM-2']],
    ['okrState is EMPTY AND project = TEAM', ['TEAM-1', 'TEAM-4']],
    ['issue.property[tag].size > 2', ['TEAM-2']],
  ])('finds issues by a declared property: %s', finds);

  it.each<[string, string[]]>([
    ['labels != web', ['TEAM-3']],
    ['labels not in (web)', ['TEAM-3']],
    ['NOT labels = web', ['TEAM-3']],
    ['NOT (sprint = 2 OR labels = api)', []],
    ['labels != web OR labels is EMPTY', ['TEAM-1', 'TEAM-3', 'TEAM-4']],
  ])('matches no empty value with a negation: %s', finds);

  it.each([
    ['colour = red', "Field 'colour' does not exist"],
    ['issue.property[tag].note = x', "Field 'issue.property[tag].note' does not exist"],
    ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'"],
    ['project = SECRET', "The value 'SECRET' does not exist for the field 'project'"],
    ['key = SECRET-1', "An issue with key 'SECRET-1' does not exist"],
    ['parent = 99999', "A value with ID '99999' does not exist for the field 'parent'"],
    ['sprint = 99', "Sprint with id '99' does not exist"],
    ['status was Done', "The operator 'was' is not served"],
    ['summary = x', "The operator '=' is not supported by the 'summary' field"],
    ['sprint in futureSprint()', "Unable to find JQL function 'futureSprint()'"],
    ['created > yesterday', "Date value 'yesterday' for field 'created' is invalid"],
    ['created > 2026-02-30', "Date value '2026-02-30'"],
    ['"Story Points" > many', "The value 'many' for the field 'Story Points' is not a number"],
    ['project = TEAM ORDER BY colour', "Field 'colour' does not exist"],
    ['project = TEAM ORDER BY constructor', "Field 'constructor' does not exist"],
    ['project = TEAM ORDER BY okrState', "does not order by the field 'okrState'"],
    ['watcher = currentUser()', "does not search the field 'watcher'"],
    ['status changed', "The operator 'changed' is not served"],
    ['sprint = openSprints()', "needs the operator 'in' or 'not in'"],
    ['project.property[x].y = 1', "does not search 'project.property"],
    ['key > TEAM-1', "This local Jira does not serve the operator '>' for the field 'key'"],
    ['issue <= TEAM-1', "This local Jira does not serve the operator '<=' for the field 'issue'"],
    ['labels > one', "The operator '>' is not supported by the 'labels' field"],
    ['project = ', 'Error in the JQL Query'],
    ['ORDER BY created', 'Unbounded JQL'],
  ])('refuses %s and says what is wrong', async (jql, message) => {
    const { status, body } = await jira.ask('member', 'POST', '/rest/api/3/search/jql', { jql });
    expect(status).toBe(400);
    expect(body).toEqual({ errorMessages: [expect.stringContaining(message)], errors: {} });
  });

  it.each([
    ['rank DESC', ['TEAM-4', 'TEAM-3', 'TEAM-2', 'TEAM-1']],
    ['key', ['TEAM-1', 'TEAM-2', 'TEAM-3', 'TEAM-4']],
    ['priority DESC, key', ['TEAM-1', 'TEAM-4', 'TEAM-3', 'TEAM-2']],
    ['"Story Points" ASC, created DESC', ['TEAM-3', 'TEAM-2', 'TEAM-4', 'TEAM-1']],
    ['status DESC, key DESC', ['TEAM-3', 'TEAM-4', 'TEAM-2', 'TEAM-1']],
  ])('orders by %s', async (order, expected) => {
    expect(await jira.keys('member', `project = TEAM ORDER BY ${order}`)).toEqual(expected);
  });

  it('finds by a custom field that holds a text', async () => {
    const customFields = [{ id: 'customfield_10050', name: 'Ship', type: 'string' as const }];
    const fields = { customfield_10050: 'MS Anna' };
    const own = aJira([anIssue('TEAM-1', { fields }), anIssue('TEAM-2')], { customFields });
    expect(await own.keys('member', 'Ship ~ anna')).toEqual(['TEAM-1']);
    expect(await own.keys('member', 'cf[10050] is EMPTY')).toEqual(['TEAM-2']);
  });

  it('tells planned issues from others', async () => {
    const planned = aJira([anIssue('TEAM-1', { sprintIds: [1, 3] }), anIssue('TEAM-2', { sprintIds: [2] })]);
    expect(await planned.keys('member', 'sprint in futureSprints()')).toEqual(['TEAM-1']);
    expect(await planned.keys('member', 'sprint not in futureSprints()')).toEqual(['TEAM-2']);
  });

  it('begins days where the asker lives', async () => {
    const accounts = site().site.accounts.map((account) => ({ ...account, timeZone: 'Pacific/Auckland' }));
    const moved = aJira([anIssue('TEAM-1', { created: '2026-01-19T11:30:00.000Z' })], { accounts });
    expect(await moved.keys('member', 'created >= 2026-01-20')).toEqual(['TEAM-1']);
    expect(await jira.keys('member', 'created >= 2026-01-20')).toEqual([]);
  });
});
