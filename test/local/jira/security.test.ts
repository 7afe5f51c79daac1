import type { Issue } from '../../../local/jira/model';
import type { Grant } from '../../../local/jira/permission-scheme';
import { anInstalledApp } from '../../builders/an-installed-app';
import { anIssue, aProject, aSite, aSprint } from '../../builders/a-site';
import { aJira } from './a-jira';

const MEMBERS = ['account-admin', 'account-member', 'account-keeper'];

/** TEAM with a level for the people given: TEAM-2 has it, TEAM-1, its parent TEAM-9 and TEAM-3 have none. */
const aSecuredSite = (members: Grant[], over: Partial<Issue> = {}) =>
  aSite({
    projects: [
      { ...aProject('10000', 'TEAM', MEMBERS, ['account-viewer']), securitySchemeId: 'incidents' },
      aProject('10001', 'SECRET', ['account-keeper'], []),
    ],
    securitySchemes: [
      {
        id: 'incidents',
        name: 'Incidents',
        levels: [{ id: '7001', name: 'Confidential', description: 'For some.', members }],
      },
    ],
    sprints: [aSprint({ id: 1 }), aSprint({ id: 2, state: 'active', originBoardId: 1 })],
    issues: [
      anIssue('TEAM-9', { typeId: '1' }),
      anIssue('TEAM-1', { parentId: '10009', sprintIds: [2], properties: { tag: { state: 'tagged' } } }),
      anIssue('TEAM-2', {
        parentId: '10009',
        sprintIds: [2],
        securityLevelId: '7001',
        properties: { tag: { state: 'tagged' } },
        reporter: 'account-viewer',
        assignee: 'account-keeper',
        history: [
          {
            id: '1',
            created: '2026-01-02T08:00:00.000Z',
            author: 'account-admin',
            items: [
              {
                field: 'summary',
                fieldId: 'summary',
                from: null,
                fromString: 'Before',
                to: null,
                toString: 'After',
              },
            ],
          },
        ],
        ...over,
      }),
      anIssue('TEAM-3', {
        parentId: '10002',
        typeId: '3',
        links: [{ type: 'Relates', direction: 'in', key: 'TEAM-2' }],
      }),
    ],
  });

const aSecuredJira = (members: Grant[], over: Partial<Issue> = {}) => {
  const { issues, ...site } = aSecuredSite(members, over);
  return aJira(issues, site);
};

const KEEPER: Grant = { to: 'account', accountId: 'account-keeper' };

describe('an issue with a security level', () => {
  it.each<[string, Grant, string[]]>([
    ['an account', KEEPER, ['keeper']],
    ['a group', { to: 'group', groupId: 'g-admins' }, ['admin']],
    ['a project role', { to: 'role', role: 'Viewer' }, ['viewer']],
    ['the lead of the project', { to: 'project-lead' }, ['admin']],
    ['who reported it', { to: 'reporter' }, ['viewer']],
    ['who it is assigned to', { to: 'assignee' }, ['keeper']],
    ['the app', { to: 'app' }, ['app']],
    ['everybody logged in', { to: 'logged-in' }, ['admin', 'app', 'keeper', 'member', 'viewer']],
  ])('for %s is seen by nobody else', async (_whom, member, expected) => {
    const jira = aSecuredJira([member]);
    const everybody = ['admin', 'anonymous', 'app', 'keeper', 'member', 'outsider', 'viewer'];
    const seeing: string[] = [];
    for (const who of everybody) {
      const { status } = await jira.ask(who, 'GET', '/rest/api/3/issue/TEAM-2');
      if (status === 200) seeing.push(who);
      else expect(status).toBe(404);
    }
    expect(seeing).toEqual(expected);
  });

  it('does not open a project to who is in the level but may not browse', async () => {
    const jira = aSecuredJira([{ to: 'account', accountId: 'account-outsider' }]);
    expect((await jira.ask('outsider', 'GET', '/rest/api/3/issue/TEAM-2')).status).toBe(404);
  });

  it('is seen by nobody when its level is gone', async () => {
    const jira = aSecuredJira([KEEPER], { securityLevelId: '7999' });
    expect((await jira.ask('keeper', 'GET', '/rest/api/3/issue/TEAM-2')).status).toBe(404);
  });

  it('tells its level to who sees it', async () => {
    const jira = aSecuredJira([KEEPER]);
    const path = (key: string) => `/rest/api/3/issue/${key}?fields=security`;
    expect((await jira.ask('keeper', 'GET', path('TEAM-2'))).body).toMatchObject({
      fields: { security: { id: '7001', name: 'Confidential' } },
    });
    expect((await jira.ask('keeper', 'GET', path('TEAM-1'))).body).toMatchObject({
      fields: { security: null },
    });
    expect(await jira.keys('keeper', 'level = Confidential')).toEqual(['TEAM-2']);
  });
});

describe('to who is not in its level, the issue is missing', () => {
  const jira = aSecuredJira([KEEPER]);
  const body = async (who: string, method: string, path: string, sent?: unknown): Promise<unknown> =>
    (await jira.ask(who, method, path, sent)).body;

  it('from searches and counts, whatever they ask by', async () => {
    for (const jql of ['project = TEAM', 'key in (TEAM-1, TEAM-9) OR sprint = 2', 'tag is not EMPTY']) {
      const asked = jql.replace('tag', 'okrState');
      expect(await jira.keys('keeper', asked)).toContain('TEAM-2');
      expect(await jira.keys('member', asked)).not.toContain('TEAM-2');
    }
    const count = (who: string) =>
      body(who, 'POST', '/rest/api/3/search/approximate-count', { jql: 'project = TEAM' });
    expect([await count('keeper'), await count('member')]).toEqual([{ count: 4 }, { count: 3 }]);
  });

  it('from JQL itself: naming it is an error, as for an issue that does not exist', async () => {
    const search = (who: string, jql: string) => jira.ask(who, 'POST', '/rest/api/3/search/jql', { jql });
    for (const jql of ['key = TEAM-2', 'parent = TEAM-2']) {
      expect((await search('keeper', jql)).status).toBe(200);
      expect((await search('member', jql)).status).toBe(400);
    }
  });

  it('from bulk reads of issues and of histories', async () => {
    const asked = { issueIdsOrKeys: ['TEAM-1', 'TEAM-2'] };
    expect(await body('keeper', 'POST', '/rest/api/3/issue/bulkfetch', asked)).toMatchObject({
      issues: [{ key: 'TEAM-1' }, { key: 'TEAM-2' }],
    });
    const { issues } = (await body('member', 'POST', '/rest/api/3/issue/bulkfetch', asked)) as {
      issues: { key: string }[];
    };
    expect(issues.map(({ key }) => key)).toEqual(['TEAM-1']);
    expect(await body('keeper', 'POST', '/rest/api/3/changelog/bulkfetch', asked)).toMatchObject({
      issueChangeLogs: [{ issueId: '10002' }],
    });
    expect(await body('member', 'POST', '/rest/api/3/changelog/bulkfetch', asked)).toMatchObject({
      issueChangeLogs: [],
    });
  });

  it('from boards and sprints', async () => {
    const keys = async (who: string, path: string) => {
      const { issues } = (await body(who, 'GET', path)) as { issues: { key: string }[] };
      return issues.map(({ key }) => key);
    };
    for (const path of ['/rest/agile/1.0/board/1/issue', '/rest/software/1.0/sprint/2/issue']) {
      expect(await keys('keeper', path)).toEqual(expect.arrayContaining(['TEAM-1', 'TEAM-2']));
      expect(await keys('member', path)).toContain('TEAM-1');
      expect(await keys('member', path)).not.toContain('TEAM-2');
    }
  });

  it('from links and sub-tasks, and as a parent it shows no more than its key', async () => {
    const { fields } = (await body('member', 'GET', '/rest/api/3/issue/TEAM-3')) as {
      fields: { parent: object; issuelinks: unknown[] };
    };
    expect(fields.issuelinks).toEqual([]);
    expect(fields.parent).not.toHaveProperty('fields');
  });

  it('from every route that names it', async () => {
    for (const [method, path, sent] of [
      ['GET', '/rest/api/3/issue/TEAM-2/changelog'],
      ['GET', '/rest/api/3/issue/TEAM-2/editmeta'],
      ['GET', '/rest/api/3/issue/TEAM-2/transitions'],
      ['GET', '/rest/api/3/issue/TEAM-2/properties'],
      ['GET', '/rest/api/3/issue/TEAM-2/properties/tag'],
      ['GET', '/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS&issueKey=TEAM-2'],
      ['PUT', '/rest/api/3/issue/TEAM-2/properties/tag', { state: 'exempt' }],
      ['PUT', '/rest/api/3/issue/TEAM-2', { fields: { summary: 'Mine' } }],
      ['DELETE', '/rest/api/3/issue/TEAM-2/properties/tag'],
      ['POST', '/rest/api/3/issue/TEAM-2/transitions', { transition: { id: '13' } }],
    ] as const) {
      expect([path, (await jira.ask('member', method, path, sent)).status]).toEqual([path, 404]);
    }
    expect((await jira.ask('keeper', 'GET', '/rest/api/3/issue/TEAM-2/properties/tag')).body).toMatchObject({
      value: { state: 'tagged' },
    });
  });

  it('from permission checks', async () => {
    const asked = {
      projectPermissions: [{ permissions: ['BROWSE_PROJECTS', 'EDIT_ISSUES'], issues: [10001, 10002] }],
    };
    const issues = async (who: string) => {
      const checked = (await body(who, 'POST', '/rest/api/3/permissions/check', asked)) as {
        projectPermissions: { issues: number[] }[];
      };
      return checked.projectPermissions.map((each) => each.issues);
    };
    expect(await issues('member')).toEqual([[10001], [10001]]);
    expect(await issues('keeper')).toEqual([
      [10001, 10002],
      [10001, 10002],
    ]);
  });

  it('from writes of many: it is passed over', async () => {
    const own = aSecuredJira([KEEPER]);
    await own.ask('member', 'PUT', '/rest/api/3/issue/properties/tag', {
      value: { state: 'exempt' },
      filter: { entityIds: [10001, 10002] },
    });
    const state = async (key: string) => {
      const { body: read } = await own.ask('keeper', 'GET', `/rest/api/3/issue/${key}/properties/tag`);
      return (read as { value: { state: string } }).value.state;
    };
    expect([await state('TEAM-1'), await state('TEAM-2')]).toEqual(['exempt', 'tagged']);
  });
});

test('in the app, whoever is not in the level can neither read nor tag the issue', async () => {
  const app = await anInstalledApp(aSecuredSite([KEEPER], { properties: {} }));
  const panel = { issueId: '10002' };
  const save = { ...panel, expected: null, tag: { state: 'exempt', reason: 'bug', note: '' } };
  expect((await app.problem('member', 'loadIssuePanel', panel)).code).toMatch(/^(forbidden|not-found)$/);
  expect((await app.problem('member', 'saveTag', save)).code).toMatch(/^(forbidden|not-found)$/);
  expect(app.standIn.site.issues.find(({ id }) => id === '10002')?.properties).toEqual({});
  expect((await app.call('keeper', 'saveTag', save)).ok).toBe(true);
});
