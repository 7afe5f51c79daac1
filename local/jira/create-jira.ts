import type { Jira, JiraCaller, JiraReply, JiraRequest } from '../seams';
import { isJiraError, jiraError } from './http-error';
import type { Site } from './model';
import { checkQuery } from './query';
import { createRateLimits, type Target } from './rate-limits';
import type { Answer, Route } from './route';
import { createRouter, type Match } from './router';
import { ROUTES } from './routes';
import { createState, type JiraOptions, type JiraState } from './state';
import { viewIssue, type Viewed } from './value-functions';

export type { AppPermission, JiraOptions } from './state';

export type LocalJira = Jira & {
  /** How far its search trails writes, in milliseconds. */
  readonly setSearchLag: (milliseconds: number) => void;
  /** What happens when somebody opens an issue. @throws a JiraError of 404 when they may not see it. */
  readonly view: (caller: JiraCaller, idOrKey: string) => Promise<Viewed>;
};

/** Jira's REST API over a site held in memory. Writes change the site in place. */
export const createJira = (site: Site, options: JiraOptions): LocalJira => {
  const listeners: Parameters<Jira['onChange']>[0][] = [];
  const state = createState(site, options, (kind, id, told) => {
    for (const listener of listeners) listener({ kind, id, ...(told === undefined ? {} : { told }) });
  });
  const rates = createRateLimits(state.now, options.limits, options.pointPool);
  return {
    site,
    handle: async (request, caller) => {
      const refusal = rates.refuse(request, targetOf(state, request));
      const reply = refusal ?? rates.charge(request, await answerTo(state, request, caller));
      options.onExchange?.({ request, caller, reply });
      return reply;
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
    setSearchLag: state.lag.set,
    view: (caller, idOrKey) => viewIssue(state, caller, idOrKey),
  };
};

const route = createRouter(ROUTES);

/** What the request's limits are counted by; for a path that nothing is served at, the path itself. */
const targetOf = (state: JiraState, { method, path }: JiraRequest): Target => {
  const { pathname } = new URL(path, 'http://jira');
  try {
    const match = route(method.toUpperCase(), pathname);
    const issue = match.params['issue'];
    return {
      endpoint: `${match.route.method} ${match.route.path}`,
      writtenIssue:
        match.route.method === 'GET' || issue === undefined ? null : (state.issues.find(issue)?.id ?? issue),
    };
  } catch (error) {
    if (!isJiraError(error)) throw error;
    return { endpoint: `${method} ${pathname}`, writtenIssue: null };
  }
};

const answerTo = async (state: JiraState, request: JiraRequest, caller: JiraCaller): Promise<JiraReply> => {
  try {
    return toReply(await run(state, request, caller));
  } catch (error) {
    if (!isJiraError(error)) throw error;
    const { status, errorMessages, errors } = error;
    return toReply({ status, body: { errorMessages, errors } });
  }
};

const run = async (state: JiraState, request: JiraRequest, caller: JiraCaller): Promise<Answer> => {
  const { pathname, searchParams } = new URL(request.path, 'http://jira');
  if (/^\/rest\/api\/[23]\/search$/.test(pathname)) {
    throw jiraError(
      410,
      'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.',
    );
  }
  const match: Match = route(request.method.toUpperCase(), pathname);
  try {
    return await runRoute(state, request, caller, match, searchParams);
  } catch (error) {
    if (!isJiraError(error) || match.route.problem === undefined) throw error;
    return { status: error.status, body: match.route.problem(error) };
  }
};

const runRoute = (
  state: JiraState,
  request: JiraRequest,
  caller: JiraCaller,
  match: Match,
  searchParams: URLSearchParams,
): Answer | Promise<Answer> => {
  if (caller.as === 'anonymous' && !match.route.anonymous) {
    throw jiraError(401, 'Client must be authenticated to access this resource.');
  }
  if (caller.as === 'user' && !state.site.accounts.some(({ accountId }) => accountId === caller.accountId)) {
    throw jiraError(401, `There is no account ${caller.accountId}.`);
  }
  checkQuery(match.route, searchParams);
  state.tasks.settle();
  const body = bodyOf(match.route, request);
  const fromApp = caller.as === 'app' || request.from !== undefined;
  return match.route.run({ state, caller, fromApp, params: match.params, query: searchParams, body });
};

const JSON_TYPE = 'application/json';

const bodyOf = ({ method }: Route, { body, headers }: JiraRequest): unknown => {
  if (method === 'GET' || body === null || body === '') return undefined;
  const { 'content-type': type = JSON_TYPE } = headers;
  if (type.split(';')[0]?.trim().toLowerCase() !== JSON_TYPE) {
    throw jiraError(415, `Unsupported Media Type: a body is ${JSON_TYPE}, not ${type}.`);
  }
  try {
    return JSON.parse(body);
  } catch {
    throw jiraError(400, 'There was an error parsing JSON. Check that your request body is valid.');
  }
};

const toReply = ({ status, body, text, headers = {}, objectPoints = 0 }: Answer): JiraReply => ({
  status,
  headers: {
    ...(body === undefined ? {} : { 'content-type': 'application/json;charset=UTF-8' }),
    ...headers,
  },
  body: text ?? (body === undefined ? '' : JSON.stringify(body)),
  points: 1 + objectPoints,
});
