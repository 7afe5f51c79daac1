import { createJira, type JiraOptions, type LocalJira } from '../../../local/jira/create-jira';
import type { Issue, Site } from '../../../local/jira/model';
import type { Clock, JiraCaller, JiraReply } from '../../../local/seams';
import { aSite } from '../../builders/a-site';
import { watcher } from '../../contract/fail-on-mismatch';

export const NOW = '2026-01-20T12:00:00.000Z';

/** How far this Jira's searches trail its writes. */
export const LAG_MS = 2000;

export type TestJira = LocalJira & {
  readonly clock: Clock;
  /** Asks as a user by name, as `app` or as `anonymous`; the reply's body is parsed. */
  readonly ask: (who: string, method: string, path: string, body?: unknown) => Promise<Asked>;
  /** Lets search catch up with what was written. */
  readonly settle: () => void;
  /** Keys that a query finds, in order. */
  readonly keys: (who: string, jql: string) => Promise<string[]>;
};

export type Asked = Pick<JiraReply, 'status' | 'headers' | 'points'> & { readonly body: unknown };

/** A Jira over a small site with these issues. */
export const aJira = (
  issues: Issue[] = [],
  over: Partial<Site> = {},
  options: Partial<JiraOptions> = {},
): TestJira => {
  const clock = aClock();
  const jira = createJira(aSite({ issues, ...over }), {
    clock,
    appPermissionKeys: {
      global: [{ key: 'manage-company-okrs', name: 'Manage company OKRs', description: '' }],
      project: [{ key: 'manage-team-okrs', name: 'Manage team OKRs', description: '' }],
    },
    indexedProperties: [
      { propertyKey: 'tag', path: 'state', type: 'string', alias: 'okrState' },
      { propertyKey: 'tag', path: 'keyResults', type: 'string', alias: 'keyResult' },
      { propertyKey: 'tag', path: 'size', type: 'number', alias: null },
    ],
    searchLagMs: LAG_MS,
    baseUrl: 'http://jira.test',
    onExchange: watcher.onExchange,
    ...options,
  });
  const ask: TestJira['ask'] = async (who, method, path, body) => {
    const request = { method, path, headers: {}, body: body === undefined ? null : JSON.stringify(body) };
    const reply = await jira.handle(request, callerOf(who));
    const isJson = reply.headers['content-type']?.startsWith('application/json');
    return { ...reply, body: isJson ? JSON.parse(reply.body) : reply.body };
  };
  const keys: TestJira['keys'] = async (who, jql) => {
    const { body } = await ask(who, 'POST', '/rest/api/3/search/jql', {
      jql,
      fields: ['key'],
      maxResults: 5000,
    });
    const { issues: found, errorMessages } = body as { issues?: { key: string }[]; errorMessages?: string[] };
    if (!found) throw new Error(errorMessages?.join(' '));
    return found.map(({ key }) => key);
  };
  const settle = () => clock.moveTo(new Date(clock.now().getTime() + LAG_MS));
  return { ...jira, clock, settle, ask, keys };
};

const callerOf = (who: string): JiraCaller =>
  who === 'app' || who === 'anonymous' ? { as: who } : { as: 'user', accountId: `account-${who}` };

const aClock = (): Clock => {
  let now = new Date(NOW);
  return {
    now: () => now,
    moveTo: (moment) => {
      now = moment;
    },
  };
};
