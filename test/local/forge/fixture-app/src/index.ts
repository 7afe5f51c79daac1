import api, { getAppContext, route } from '@forge/api';
import { Filter, FilterConditions, kvs, WhereConditions } from '@forge/kvs';
import { makeResolver } from '@forge/resolver';

type Request = { readonly payload: Record<string, never>; readonly context: Record<string, unknown> };

/** Runs whatever a test asks of the real `@forge/kvs`, in source, and tells results and refusals apart. */
const runSource = async ({ payload }: Request): Promise<unknown> => {
  const { source } = payload as unknown as { readonly source: string };
  const names = ['kvs', 'Filter', 'FilterConditions', 'WhereConditions'];
  const run = new Function(...names, `return (async () => (${source}))()`) as (
    ...given: unknown[]
  ) => Promise<unknown>;
  try {
    return { value: await run(kvs, Filter, FilterConditions, WhereConditions) };
  } catch (error) {
    const { code, message, responseDetails } = error as {
      readonly code?: string;
      readonly message: string;
      readonly responseDetails?: { readonly status: number };
    };
    return { code, message, status: responseDetails?.status };
  }
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const fixture = makeResolver({
  runSource,
  context: ({ context }: Request) => context,
  now: () => ({ now: new Date().toISOString(), number: Date.now(), isDate: new Date(0) instanceof Date }),
  whoAfter: async ({ payload, context }: Request) => {
    await pause((payload as unknown as { readonly milliseconds: number }).milliseconds);
    const reply = await api.asUser().requestJira(route`/rest/api/3/myself`, { method: 'GET' });
    const { moduleKey, invocationId } = getAppContext();
    return { moduleKey, invocationId, accountId: context['accountId'], myself: await reply.json() };
  },
  asApp: async () =>
    (await api.asApp().requestJira(route`/rest/api/3/project/search`, { method: 'GET' })).json(),
  asNobody: async () => (await api.requestJira(route`/rest/api/3/myself`, { method: 'GET' })).status,
  untypedWrite: async () => {
    const path = route`/rest/api/3/dashboard/1/items/2/properties/untyped`;
    return (await api.asUser().requestJira(path, { method: 'PUT', body: '{"n":1}' })).status;
  },
  egress: () => fetch('https://example.com'),
  fails: () => {
    throw new Error('the cupboard is bare');
  },
  echo: ({ payload }: Request) => payload,
  large: () => 'x'.repeat(6 * 1024 * 1024),
  lossy: () => ({ date: new Date(0), nothing: undefined, map: new Map([[1, 2]]) }),
  say: () => {
    console.warn('heard');
    return null;
  },
} as never);
