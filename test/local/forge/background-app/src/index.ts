import api, { __requestAtlassianAsApp, getAppContext, privacy, route } from '@forge/api';
import { InvocationError, Queue, type InvocationErrorCode } from '@forge/events';
import { makeResolver } from '@forge/resolver';

/** What the platform called, in order, as the functions were told. */
const heard: unknown[] = [];

const note = (name: string, ...told: unknown[]): void => {
  heard.push({ name, told, moduleKey: getAppContext().moduleKey, at: new Date().toISOString() });
};

type Retry = { readonly retryAfter: number; readonly retryData?: unknown };
type Behaviour = {
  readonly throws?: boolean;
  readonly retries?: readonly Retry[];
  readonly takesMs?: number;
  readonly pushesAgain?: boolean;
};

/** What a function does each time that it is called, by its name; set by the test. */
let behaviours: Readonly<Record<string, Behaviour>> = {};

const behave = (name: string, { retryContext }: { readonly retryContext?: { retryCount: number } }) => {
  const { throws = false, retries = [] } = behaviours[name] ?? {};
  const retry = retries[retryContext?.retryCount ?? 0];
  if (throws) throw new Error(`${name} was told to fail`);
  const retryReason = 'FUNCTION_UPSTREAM_RATE_LIMITED' as InvocationErrorCode;
  return retry === undefined ? undefined : new InvocationError({ retryReason, ...retry });
};

type Event = { readonly eventType: string; readonly retryContext?: { readonly retryCount: number } };

const listener =
  (name: string) =>
  (event: Event, context: unknown): unknown => {
    note(name, event, context);
    return behave(name, event);
  };

export const issueEvents = listener('issue event');
export const deaf = listener('deaf');
export const sprintEvents = listener('sprint event');
export const plain = listener('plain');

let underWay = 0;

export const slow = async (event: Event, context: unknown): Promise<unknown> => {
  const { takesMs = 0, pushesAgain = false } = behaviours['slow'] ?? {};
  underWay += 1;
  note('slow', { ...event, underWay }, context);
  await new Promise((resolve) => setTimeout(resolve, takesMs));
  underWay -= 1;
  if (pushesAgain)
    await new Queue({ key: 'slow' }).push({ body: {}, delayInSeconds: 1 }).catch(() => undefined);
  return behave('slow', event);
};

export const answer = (body: unknown, context: unknown): unknown => {
  note('answer', body, context);
  return { jql: 'issuekey = ANSWER-42' };
};

type Push = { readonly queue: string; readonly events: readonly { readonly body: object }[] };
type JobOf = { readonly queue: string; readonly jobId: string };

const orError = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    return await work();
  } catch (error) {
    const { message, failedEvents } = error as Error & { failedEvents?: unknown };
    return { error: (error as object).constructor.name, message, failedEvents };
  }
};

/** What an app must not do: keep what one site told, where the next one's call finds it. */
let kept: unknown;

export const page = makeResolver({
  context: ({ context }: { context: object }) => ({ context, appContext: getAppContext() }),
  linger: ({ payload }: { payload: { readonly milliseconds: number } }) =>
    new Promise((resolve) => setTimeout(() => resolve('done'), payload.milliseconds)),
  asSomebody: async ({ payload }: { payload: { readonly accountId: string } }) =>
    (await api.asUser(payload.accountId).requestJira(route`/rest/api/3/myself`, { method: 'GET' })).json(),
  remaining: () => getAppContext().invocationRemainingTimeInMillis(),
  summary: async () => {
    const path = route`/rest/api/3/issue/TEAM-1?fields=summary`;
    return (await api.asApp().requestJira(path, { method: 'GET' })).json();
  },
  keptSummary: async () => {
    const path = route`/rest/api/3/issue/TEAM-1?fields=summary`;
    kept ??= await (await api.asApp().requestJira(path, { method: 'GET' })).json();
    return kept;
  },
  heard: () => heard.splice(0),
  behave: ({ payload }: { payload: typeof behaviours }) => {
    behaviours = payload;
  },
  push: ({ payload }: { payload: Push }) =>
    orError(() => new Queue({ key: payload.queue }).push(payload.events as never)),
  pushUnchecked: async ({ payload }: { payload: object }) => {
    const path = '/webhook/queue/publish/{contextAri}/{environmentId}/{appId}/{appVersion}';
    const request = { method: 'POST', body: JSON.stringify(payload) };
    return (await __requestAtlassianAsApp(path, request)).status;
  },
  stats: ({ payload }: { payload: JobOf }) =>
    orError(() => new Queue({ key: payload.queue }).getStats(payload.jobId)),
  cancel: ({ payload }: { payload: JobOf }) =>
    orError(() => new Queue({ key: payload.queue }).cancel(payload.jobId)),
  consume: ({ payload, context }: { payload: unknown; context: unknown }) =>
    note('consume', payload, context),
  setPropertyAsApp: async () => {
    const path = route`/rest/api/3/issue/TEAM-1/properties/mark`;
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'PUT', headers, body: JSON.stringify({ by: 'the app' }) };
    return (await api.asApp().requestJira(path, init)).status;
  },
  report: ({ payload }: { payload: unknown }) => privacy.reportPersonalData(payload as never),
  reportAtOnce: async ({ payload }: { payload: readonly string[] }) => {
    const accounts = payload.map((accountId) => ({ accountId, updatedAt: new Date().toISOString() }));
    const body = JSON.stringify({ accounts });
    return (await __requestAtlassianAsApp('/app/report-accounts', { method: 'POST', body })).status;
  },
} as never);

export const hourly = (...told: unknown[]): void => {
  note('hourly', ...told);
  throw new Error('the hour was bad');
};

export const weekly = async (...told: unknown[]): Promise<void> => {
  note('weekly', ...told);
  const asUser = await api
    .asUser()
    .requestJira(route`/rest/api/3/myself`, { method: 'GET' })
    .then(
      ({ status }) => status,
      ({ message }: Error) => message,
    );
  const asApp = await api.asApp().requestJira(route`/rest/api/3/project/search`, { method: 'GET' });
  note('weekly asked', asUser, asApp.status);
};
