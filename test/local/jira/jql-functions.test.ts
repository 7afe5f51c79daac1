import type { JiraOptions } from '../../../local/jira/create-jira';
import type { AppJqlFunction } from '../../../local/jira/jql-function';
import { anIssue } from '../../builders/a-site';
import { aJira, NOW, type Asked, type TestJira } from './a-jira';

const KEY = 'ari:cloud:ecosystem::extension/app/environment/static/served-by';
const COMPUTATION = '/rest/api/3/jql/function/computation';

const servedBy: AppJqlFunction = {
  key: KEY,
  name: 'issuesOfObjective',
  arguments: [
    { name: 'objective', required: true },
    { name: 'depth', required: false },
  ],
  operators: ['in', 'not in'],
  types: ['issue'],
  moduleKey: 'served-by',
  functionKey: 'served-by-fn',
};

type Clause = { readonly operator: string; readonly arguments: readonly string[] };
type Site = { readonly jira: TestJira; readonly asked: { readonly clause: Clause }[] };

/** A Jira whose app answers as told; `asked` is what its handler got. */
const aSiteWith = (answer: (clause: Clause) => unknown, over: Partial<JiraOptions> = {}): Site => {
  const asked: { readonly clause: Clause }[] = [];
  const jira = aJira(
    [
      anIssue('TEAM-1', { labels: ['one'], assignee: 'account-member' }),
      anIssue('TEAM-2', { labels: ['two'], assignee: 'account-admin' }),
      anIssue('TEAM-3'),
      anIssue('SECRET-1', { labels: ['one'] }),
    ],
    {},
    {
      jqlFunctions: [servedBy],
      runFunction: async (declared, body) => {
        expect(declared).toBe(servedBy);
        asked.push(body as { clause: Clause });
        return answer((body as { clause: Clause }).clause);
      },
      ...over,
    },
  );
  return { jira, asked };
};

const labelled = ({ operator, arguments: [label] }: Clause) => ({
  jql: operator === 'in' ? `labels = ${label}` : `labels != ${label}`,
});

const messageFor = async ({ jira }: Site, jql: string): Promise<unknown> => {
  const { status, body } = await jira.ask('member', 'POST', '/rest/api/3/search/jql', { jql });
  expect(status).toBe(400);
  return (body as { errorMessages: string[] }).errorMessages.join(' ');
};

describe("the app's JQL functions", () => {
  it('stand for the JQL that the app answers, told how they were used', async () => {
    const { jira, asked } = aSiteWith(labelled);
    expect(await jira.keys('member', 'key in issuesOfObjective("one") AND project = TEAM')).toEqual([
      'TEAM-1',
    ]);
    expect(asked).toEqual([
      {
        precomputationId: expect.any(String),
        clause: {
          field: 'key',
          type: ['issue'],
          operator: 'in',
          functionName: 'issuesOfObjective',
          arguments: ['one'],
        },
      },
    ]);
  });

  it.each([
    ['issue not in ISSUESOFOBJECTIVE(one)', ['TEAM-2']],
    ['NOT issue in issuesOfObjective(one)', ['TEAM-2']],
    [
      'issue in issuesOfObjective(one) OR issue in issuesOfObjective(two, 3) ORDER BY key',
      ['TEAM-1', 'TEAM-2'],
    ],
    ['parent in issuesOfObjective(one) AND assignee is EMPTY', []],
  ])('combine with everything else: %s', async (jql, expected) => {
    expect(await aSiteWith(labelled).jira.keys('member', jql)).toEqual(expected);
  });

  it('are computed once for everybody, and each sees what they may', async () => {
    const { jira, asked } = aSiteWith(() => ({ jql: 'labels = one' }));
    const jql = 'issue in issuesOfObjective(one)';
    await Promise.all([jira.keys('member', jql), jira.keys('admin', jql)]);
    expect(await jira.keys('keeper', jql)).toEqual(['SECRET-1', 'TEAM-1']);
    expect(asked).toHaveLength(1);
  });

  it('keep the fragment, not the issues: who asks and what matches is found anew', async () => {
    const { jira, asked } = aSiteWith(() => ({ jql: 'assignee = currentUser()' }));
    const jql = 'issue in issuesOfObjective(mine)';
    expect(await jira.keys('member', jql)).toEqual(['TEAM-1']);
    expect(await jira.keys('admin', jql)).toEqual(['TEAM-2']);
    await jira.ask('admin', 'PUT', '/rest/api/3/issue/TEAM-2', { fields: { assignee: null } });
    jira.settle();
    expect(await jira.keys('admin', jql)).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('may name issues that the searcher may not see, or that are gone, which a typed query may not', async () => {
    const { jira } = aSiteWith(() => ({ jql: 'key in (TEAM-1, SECRET-1, 99999)' }));
    expect(await jira.keys('keeper', 'issue in issuesOfObjective(x) ORDER BY key')).toEqual([
      'SECRET-1',
      'TEAM-1',
    ]);
    expect(await jira.keys('member', 'issue in issuesOfObjective(x)')).toEqual(['TEAM-1']);
    const typed = await jira.ask('member', 'POST', '/rest/api/3/search/jql', {
      jql: 'key in (TEAM-1, SECRET-1)',
    });
    expect(typed.status).toBe(400);
  });

  it('are computed again when the site is opened again', async () => {
    const options = { jqlFunctions: [servedBy], runFunction: jest.fn(async () => ({ jql: 'labels = one' })) };
    const first = aJira([anIssue('TEAM-1')], {}, options);
    await first.keys('member', 'issue in issuesOfObjective(one)');
    await first.keys('member', 'issue in issuesOfObjective(one)');
    await aJira(first.site.issues, {}, options).keys('member', 'issue in issuesOfObjective(one)');
    expect(options.runFunction).toHaveBeenCalledTimes(2);
  });

  it('are computed again after seven days without use', async () => {
    const { jira, asked } = aSiteWith(labelled);
    const day = 24 * 60 * 60 * 1000;
    for (const days of [0, 6, 12, 20]) {
      jira.clock.moveTo(new Date(Date.parse(NOW) + days * day));
      await jira.keys('member', 'issue in issuesOfObjective(one)');
    }
    expect(asked).toHaveLength(2);
  });

  it('take at most 1,000 values, over all lists of the fragment', async () => {
    const keys = (count: number) => Array.from({ length: count }, () => 'TEAM-1').join(', ');
    const fits = aSiteWith(() => ({ jql: `key in (${keys(1000)})` }));
    expect(await fits.jira.keys('member', 'issue in issuesOfObjective(all)')).toEqual(['TEAM-1']);
    const tooMany = aSiteWith(() => ({ jql: `key in (${keys(600)}) OR key in (${keys(401)})` }));
    expect(await messageFor(tooMany, 'issue in issuesOfObjective(all)')).toMatch(/maximum of 1000 values/);
  });

  it.each([
    [
      'issue = issuesOfObjective(one)',
      "The operator '=' is not supported by the function 'issuesOfObjective'",
    ],
    ['project in issuesOfObjective(one)', "is not supported by the field 'project'"],
    ['issue in issuesOfObjective()', 'takes 1 to 2 arguments, not 0'],
    ['issue in issuesOfObjective(a, b, c)', 'takes 1 to 2 arguments, not 3'],
    ['issue in (TEAM-1, issuesOfObjective(one))', 'cannot stand in a list'],
    ['issue in issuesOfEverything(one)', "Unable to find JQL function 'issuesOfEverything(one)'"],
  ])(
    'are refused where the manifest does not allow them, without asking the app: %s',
    async (jql, message) => {
      const site = aSiteWith(labelled);
      expect(await messageFor(site, jql)).toContain(message);
      expect(site.asked).toEqual([]);
    },
  );

  it('show the error that the app answers, and keep it only when told to', async () => {
    for (const [kept, times] of [
      [true, 1],
      [false, 2],
    ]) {
      const site = aSiteWith(() => ({
        error: 'There is no such objective.',
        storeErrorAsPrecomputation: kept,
      }));
      for (let time = 0; time < 2; time += 1) {
        expect(await messageFor(site, 'issue in issuesOfObjective(x)')).toBe('There is no such objective.');
      }
      expect(site.asked).toHaveLength(Number(times));
    }
  });

  it.each([
    ['fails', () => Promise.reject(new Error('Function timed out')), 'the app did not answer'],
    ['answers nothing', () => undefined, 'neither JQL nor an error'],
    ['answers no JQL', () => ({ jql: 'key in' }), 'Error in the JQL Query'],
    ['answers an order', () => ({ jql: 'key = TEAM-1 ORDER BY key' }), 'gave no condition'],
    ['calls itself', () => ({ jql: 'key in issuesOfObjective(x)' }), 'Unable to find JQL function'],
  ])('are a 400 when the app %s', async (_, answer, message) => {
    expect(await messageFor(aSiteWith(answer), 'issue in issuesOfObjective(x)')).toContain(message);
  });
});

describe('what the app’s JQL functions came to', () => {
  const values = ({ body }: Asked) => (body as { values: Record<string, string>[] }).values;

  it('is listed with its use, for the app alone', async () => {
    const { jira } = aSiteWith(labelled);
    await jira.keys('member', 'issue in issuesOfObjective(one)');
    jira.clock.moveTo(new Date(Date.parse(NOW) + 1000));
    await jira.keys('member', 'issue in issuesOfObjective(one)');
    const { status, body } = await jira.ask(
      'app',
      'GET',
      `${COMPUTATION}?functionKey=${encodeURIComponent(KEY)}`,
    );
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        startAt: 0,
        maxResults: 100,
        total: 1,
        isLast: true,
        values: [
          {
            id: expect.any(String),
            value: 'labels = one',
            functionKey: KEY,
            functionName: 'issuesOfObjective',
            field: 'issue',
            operator: 'in',
            arguments: ['one'],
            created: '2026-01-20T12:00:00.000+0000',
            updated: '2026-01-20T12:00:00.000+0000',
            used: '2026-01-20T12:00:01.000+0000',
          },
        ],
      },
    });
    expect((await jira.ask('admin', 'GET', COMPUTATION)).status).toBe(403);
    expect((await jira.ask('app', 'GET', `${COMPUTATION}?functionKey=other`)).status).toBe(404);
    expect((await jira.ask('app', 'GET', `${COMPUTATION}?orderBy=colour`)).status).toBe(400);
  });

  it('is found by id, and brought up to date by the app', async () => {
    const { jira, asked } = aSiteWith(labelled);
    const jql = 'issue in issuesOfObjective(one)';
    await jira.keys('member', jql);
    const [kept] = values(await jira.ask('app', 'GET', COMPUTATION));
    const id = kept?.['id'];
    const search = { precomputationIDs: ['unknown', id] };
    expect((await jira.ask('app', 'POST', `${COMPUTATION}/search`, search)).body).toEqual({
      notFoundPrecomputationIDs: ['unknown'],
      precomputations: [kept],
    });
    const update = (value: object) => jira.ask('app', 'POST', COMPUTATION, { values: [{ id, ...value }] });
    expect((await update({ value: 'labels = two' })).status).toBe(204);
    expect(await jira.keys('member', jql)).toEqual(['TEAM-2']);
    expect((await update({ error: 'The objective is gone.' })).status).toBe(204);
    await expect(jira.keys('member', jql)).rejects.toThrow('The objective is gone.');
    expect((await update({ value: 'labels =' })).status).toBe(400);
    expect((await update({})).status).toBe(400);
    expect(asked).toHaveLength(1);
  });

  it('is updated wholly or not at all, unless unknown ids are to be skipped', async () => {
    const { jira } = aSiteWith(labelled);
    await jira.keys('member', 'issue in issuesOfObjective(one)');
    const [kept] = values(await jira.ask('app', 'GET', COMPUTATION));
    const body = {
      values: [
        { id: kept?.['id'], value: 'labels = two' },
        { id: 'unknown', value: 'key = TEAM-1' },
      ],
    };
    expect(await jira.ask('app', 'POST', COMPUTATION, body)).toMatchObject({
      status: 404,
      body: { notFoundPrecomputationIDs: ['unknown'] },
    });
    expect(values(await jira.ask('app', 'GET', COMPUTATION))[0]?.['value']).toBe('labels = one');
    const skipping = `${COMPUTATION}?skipNotFoundPrecomputations=true`;
    expect((await jira.ask('app', 'POST', skipping, body)).body).toEqual({
      notFoundPrecomputationIDs: ['unknown'],
    });
    expect(values(await jira.ask('app', 'GET', COMPUTATION))[0]?.['value']).toBe('labels = two');
  });
});
