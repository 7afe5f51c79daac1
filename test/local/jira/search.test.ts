import type { Issue } from '../../../local/jira/model';
import { anIssue } from '../../builders/a-site';
import { aJira } from './a-jira';

const SEARCH = '/rest/api/3/search/jql';

type Found = {
  issues: { id: string; key?: string; fields?: object }[];
  nextPageToken?: string;
  isLast: boolean;
};

describe('search', () => {
  const jira = aJira(Array.from({ length: 120 }, (_, at) => anIssue(`TEAM-${at + 1}`)));
  const search = async (body: object): Promise<Found> =>
    (await jira.ask('member', 'POST', SEARCH, body)).body as Found;

  it('gives ids alone by default, 50 to a page, without a total', async () => {
    const found = await search({ jql: 'project = TEAM' });
    expect(found.issues).toHaveLength(50);
    expect(found.issues[0]).toEqual({ id: '10120' });
    expect(Object.keys(found)).toEqual(['issues', 'nextPageToken', 'isLast']);
  });

  it('gives at most 100 issues with fields, and thousands of ids', async () => {
    const jql = 'project = TEAM';
    expect((await search({ jql, fields: ['summary'], maxResults: 5000 })).issues).toHaveLength(100);
    expect((await search({ jql, properties: ['tag'], maxResults: 5000 })).issues).toHaveLength(100);
    expect((await search({ jql, fields: ['key'], maxResults: 5000 })).issues).toHaveLength(120);
  });

  it('pages through everything once, also when an issue drops out in between', async () => {
    const own = aJira(Array.from({ length: 10 }, (_, at) => anIssue(`TEAM-${at + 1}`, { labels: ['x'] })));
    const seen: string[] = [];
    let nextPageToken: string | undefined;
    do {
      const asked = {
        jql: 'labels = x ORDER BY key',
        maxResults: 4,
        ...(nextPageToken ? { nextPageToken } : {}),
      };
      const found = (await own.ask('member', 'POST', SEARCH, asked)).body as Found;
      seen.push(...found.issues.map(({ id }) => id));
      nextPageToken = found.nextPageToken;
      await own.ask('member', 'PUT', '/rest/api/3/issue/TEAM-1', { fields: { labels: [] } });
    } while (nextPageToken);
    expect(seen).toEqual(Array.from({ length: 10 }, (_, at) => String(10_001 + at)));
  });

  it('may give short pages that are not the last, and still all issues once', async () => {
    const issues = Array.from({ length: 10 }, (_, at) => anIssue(`TEAM-${at + 1}`));
    const short = aJira(issues, {}, { searchPageShare: () => 0.6 });
    const sizes: number[] = [];
    const seen: string[] = [];
    let nextPageToken: string | undefined;
    do {
      const asked = { jql: 'project = TEAM', maxResults: 5, ...(nextPageToken ? { nextPageToken } : {}) };
      const found = (await short.ask('member', 'POST', SEARCH, asked)).body as Found;
      sizes.push(found.issues.length);
      seen.push(...found.issues.map(({ id }) => id));
      nextPageToken = found.nextPageToken;
      expect(found.isLast).toBe(nextPageToken === undefined);
    } while (nextPageToken);
    expect(sizes).toEqual([3, 3, 3, 1]);
    expect(seen.sort()).toEqual(issues.map(({ id }) => id).sort());
  });

  it('takes the same by GET', async () => {
    const { body, points } = await jira.ask(
      'member',
      'GET',
      `${SEARCH}?jql=key%20in%20(TEAM-1,TEAM-2)%20ORDER%20BY%20key&fields=summary,status&maxResults=1`,
    );
    expect(body).toMatchObject({
      issues: [{ key: 'TEAM-1', fields: { summary: 'Summary of TEAM-1' } }],
      isLast: false,
    });
    expect(points).toBe(2);
  });

  it('counts, and shows nothing to nobody', async () => {
    const count = { jql: 'project = TEAM' };
    expect((await jira.ask('member', 'POST', '/rest/api/3/search/approximate-count', count)).body).toEqual({
      count: 120,
    });
    const { body } = await jira.ask('anonymous', 'POST', SEARCH, { jql: 'created > -52w' });
    expect(body).toEqual({ issues: [], isLast: true });
  });

  it.each([
    [{ jql: 'project = TEAM', nextPageToken: 'made-up' }, 'next page token'],
    [{ jql: 'project = TEAM', startAt: 5 }, 'startAt'],
    [{ jql: 'project = TEAM', properties: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'At most 5 properties'],
    [{ jql: 'project = TEAM', reconcileIssues: Array.from({ length: 51 }, () => 1) }, 'At most 50 issues'],
    [{ jql: 'project = TEAM', expand: 'renderedFields' }, 'renderedFields'],
    [{ jql: '' }, 'Unbounded'],
  ])('refuses %j', async (body, message) => {
    const reply = await jira.ask('member', 'POST', SEARCH, body);
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual({ errorMessages: [expect.stringContaining(message)], errors: {} });
  });

  it('parses queries and tells what is wrong with each', async () => {
    const { body } = await jira.ask('member', 'POST', '/rest/api/3/jql/parse?validation=strict', {
      queries: ['project = TEAM AND labels in (a, b) ORDER BY created DESC', 'colour = red', 'project ='],
    });
    expect(body).toMatchObject({
      queries: [
        {
          structure: {
            where: {
              operator: 'and',
              clauses: [{ field: { name: 'project' }, operand: { value: 'TEAM' } }, {}],
            },
            orderBy: { fields: [{ direction: 'desc' }] },
          },
        },
        { errors: [expect.stringContaining('colour')] },
        { errors: [expect.stringContaining('Error in the JQL Query')] },
      ],
    });
  });

  it('looks only at the issues that the index names', async () => {
    let looked = 0;
    const watched = (number: number): Issue =>
      Object.defineProperty(
        anIssue(`TEAM-${number}`, { sprintIds: [number % 100 === 0 ? 1 : 2] }),
        'labels',
        {
          get: () => {
            looked += 1;
            return [];
          },
        },
      );
    const many = aJira(Array.from({ length: 2000 }, (_, at) => watched(at + 1)));
    expect(await many.keys('member', 'labels is EMPTY AND sprint = 1 AND project = TEAM')).toHaveLength(20);
    expect(looked).toBe(20);
  });
});

describe('what is not served', () => {
  const jira = aJira();

  it.each([
    ['GET', '/rest/api/3/search?jql=x', 410, 'search/jql'],
    ['POST', '/rest/api/2/search', 410, 'search/jql'],
    ['GET', '/rest/api/2/myself', 501, 'GET /rest/api/2/myself'],
    ['GET', '/rest/api/3/worklog/updated', 501, 'GET /rest/api/3/worklog/updated'],
    ['GET', '/rest/api/3/issue/TEAM-1?colour=red', 400, 'colour'],
    ['GET', '/rest/agile/1.0/board?maxResults=many', 400, 'many'],
    ['DELETE', '/rest/api/3/myself', 405, 'DELETE'],
  ])('%s %s answers %i and says why', async (method, path, status, words) => {
    const reply = await jira.ask('member', method, path);
    expect(reply.status).toBe(status);
    expect(reply.body).toEqual({ errorMessages: [expect.stringContaining(words)], errors: {} });
  });
});
