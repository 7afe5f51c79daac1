import { createJira, type LocalJira } from '../local/jira/create-jira';
import { machine, median, round } from './figures';
import { manyIssues } from './many-issues';

const ISSUES = 100_000;
const ROUNDS = 15;

type Query = { readonly jql: string; readonly indexed: boolean };

const indexed = (jql: string): Query => ({ jql, indexed: true });

/** With a clause that the index narrows, and one that has to look at everything. */
const QUERIES: readonly Query[] = [
  indexed('key in (P3-7, P4-8)'),
  indexed('sprint = 24 ORDER BY Rank'),
  indexed('parent = P3-51 AND status != Done'),
  indexed('keyResult in ("key-result-4", "key-result-8")'),
  indexed('project = P3 AND sprint in openSprints() AND okrState is EMPTY ORDER BY Rank'),
  indexed('project = P3 AND summary ~ "payment"'),
  indexed('project = P3 AND created >= 2025-06-01 ORDER BY created DESC'),
  indexed('sprint in closedSprints() AND assignee = currentUser() ORDER BY key'),
  indexed('okrState = tagged ORDER BY updated DESC'),
  { jql: 'text ~ "payment 42" ORDER BY created', indexed: false },
];

/** How long a search with JQL takes over 100,000 issues: the median of a request's milliseconds, query by query. */
export async function benchJql() {
  const started = performance.now();
  const jira = createJira(manyIssues(ISSUES), {
    clock: { now: () => new Date(), moveTo: () => undefined },
    appPermissionKeys: { global: [], project: [] },
    indexedProperties: [
      { propertyKey: 'tag', path: 'state', type: 'string', alias: 'okrState' },
      { propertyKey: 'tag', path: 'keyResults', type: 'string', alias: 'keyResult' },
    ],
  });
  const prepared = round(performance.now() - started, 0);
  const times = new Map<Query, Time[]>(QUERIES.map((query) => [query, []]));
  // The first round only warms up; in turn, so that what else the machine does falls on all alike.
  for (let nth = 0; nth <= ROUNDS; nth += 1) {
    for (const query of QUERIES) {
      const time = await timeOf(() => search(jira, query.jql));
      if (nth > 0) times.get(query)?.push(time);
    }
  }
  const queries = [];
  for (const [query, all] of times) {
    queries.push({
      ...query,
      issuesFound: await count(jira, query.jql),
      milliseconds: round(median(all.map(({ milliseconds }) => milliseconds)), 1),
      processorMilliseconds: round(median(all.map(({ processor }) => processor)), 1),
    });
  }
  console.table(queries);
  return {
    at: new Date().toISOString(),
    machine: machine(),
    issues: ISSUES,
    rounds: ROUNDS,
    millisecondsToPrepare: prepared,
    queries,
  };
}

/** How long something took, and how long it kept a processor busy: on a machine with other work the first is more. */
type Time = { readonly milliseconds: number; readonly processor: number };

const timeOf = async (act: () => Promise<unknown>): Promise<Time> => {
  const started = performance.now();
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: performance.now() - started, processor: (user + system) / 1000 };
};

const search = (jira: LocalJira, jql: string) =>
  ask(jira, '/rest/api/3/search/jql', { jql, fields: ['summary', 'status'], maxResults: 50 });

const count = async (jira: LocalJira, jql: string): Promise<number> =>
  ((await ask(jira, '/rest/api/3/search/approximate-count', { jql })) as { count: number }).count;

const ask = async (jira: LocalJira, path: string, body: unknown): Promise<unknown> => {
  const request = { method: 'POST', path, headers: {}, body: JSON.stringify(body) };
  const reply = await jira.handle(request, { as: 'user', accountId: 'account-member' });
  if (reply.status !== 200)
    throw new Error(`${JSON.stringify(body)} was answered ${reply.status}: ${reply.body}`);
  return JSON.parse(reply.body);
};
